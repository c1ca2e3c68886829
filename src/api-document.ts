import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { OpenAPIObject } from '@nestjs/swagger';
import { AppModule } from './app.module.js';
import { loadConfig } from './platform/config/index.js';
import { createAdapter, describeApi, type ApiMetadata } from './platform/http/index.js';

const NOWHERE = 'postgres://nobody@127.0.0.1:1/none';

/** What the API says of itself, without a database or a port: the modules are looked at and nothing is started. */
export async function apiDocument(): Promise<OpenAPIObject> {
  const config = loadConfig({});
  const { default: metadata } = (await import(new URL('./metadata.js', import.meta.url).href)) as { default: ApiMetadata };
  const module = AppModule.with({ config, appUrl: NOWHERE, portalUrl: NOWHERE });
  const app = await NestFactory.create<NestFastifyApplication>(module, createAdapter(config), {
    preview: true,
    logger: false,
    abortOnError: false,
  });
  return describeApi(app, metadata);
}
