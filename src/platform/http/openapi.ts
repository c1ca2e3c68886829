import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';

/** What the build writes into src/metadata.ts from the types and comments of DTOs and controllers. */
export type ApiMetadata = () => Promise<Record<string, unknown>>;

/** The description of the API, and with it `/api/docs` and `/api/openapi.json`. */
export async function describeApi(app: NestFastifyApplication, metadata?: ApiMetadata): Promise<OpenAPIObject> {
  if (metadata) await SwaggerModule.loadPluginMetadata(metadata);
  const document = SwaggerModule.createDocument(
    app,
    new DocumentBuilder()
      .setTitle('Mulu 目录')
      .setDescription(
        'Catalogues of proactive disclosure: each item is read and signed before it is public. Errors are RFC 9457 problem documents.',
      )
      .setVersion('0.1.0')
      .addCookieAuth('session')
      .build(),
  );
  SwaggerModule.setup('api/docs', app, document, { jsonDocumentUrl: 'api/openapi.json', raw: ['json'] });
  return document;
}
