import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';

/** What the build writes into src/metadata.ts from the types and comments of DTOs, answers and controllers. */
export type ApiMetadata = () => Promise<Record<string, unknown>>;

/** The description of the API, as `/api/openapi.json` hands it out and as the browser application's types are made from. */
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
    { operationIdFactory: (controller, method) => `${controller.replace(/Controller$/, '')}_${method}` },
  );
  return withCommonParts(document);
}

/** Serves the description, and a page to read it by. */
export async function publishDescription(app: NestFastifyApplication, metadata?: ApiMetadata): Promise<void> {
  SwaggerModule.setup('api/docs', app, await describeApi(app, metadata), { jsonDocumentUrl: 'api/openapi.json', raw: ['json'] });
}

type Operation = NonNullable<OpenAPIObject['paths'][string]['post']>;

const METHODS = ['get', 'post', 'put', 'patch', 'delete'] as const;
/** Changes that need no key: the session's, and what only looks. */
const KEYLESS = /^\/api\/(session|setup)(\/|$)|\/(checks|reading)$/;
const VERSION = '/api/versions/{versionId}';
const VERSION_EVENT = '/api/versions/{versionId}/events';

/** Every route looks at the reader's language; browsers say it unasked. */
function isLanguage(parameter: object): boolean {
  return 'name' in parameter && String(parameter.name).toLowerCase() === 'accept-language';
}

function header(name: string, description: string, required: boolean) {
  return { name, in: 'header' as const, required, description, schema: { type: 'string' as const } };
}

/** What holds for every route and is written on none: the problem document, the key of a change, the position that was seen. */
function withCommonParts(document: OpenAPIObject): OpenAPIObject {
  mend(document.components?.schemas);
  document.components = { ...document.components, schemas: { ...document.components?.schemas, ProblemDocument: PROBLEM } };
  for (const [path, operations] of Object.entries(document.paths)) {
    if (!path.startsWith('/api/')) continue;
    for (const method of METHODS) {
      const operation = operations[method] as Operation | undefined;
      if (!operation) continue;
      if ((path === VERSION && method === 'get') || movesVersion(operation, document)) sayETag(operation);
      operation.responses = { ...operation.responses, default: REFUSED };
      operation.parameters = operation.parameters?.filter((parameter) => !isLanguage(parameter));
      if (method === 'get' || KEYLESS.test(path)) continue;
      const added = [header('Idempotency-Key', '428 without it. The same key and body give the same answer; another body 422.', false)];
      if (path === VERSION_EVENT)
        added.push(header('If-Match', "The version's ETag: its log position as it was seen. 428 without it.", false));
      operation.parameters = [...(operation.parameters ?? []), ...added];
    }
  }
  return document;
}

/** Whoever is answered with the version's new position in the body has it as a header too. */
function movesVersion({ responses }: Operation, { components }: OpenAPIObject): boolean {
  const names = Object.values(responses).map((response) => /"#\/components\/schemas\/(\w+)"/.exec(JSON.stringify(response))?.[1] ?? '');
  return names.some((name) => {
    const schema = components?.schemas?.[name];
    return schema !== undefined && 'properties' in schema && schema.properties?.['etag'] !== undefined;
  });
}

function sayETag({ responses }: Operation): void {
  for (const response of Object.values(responses)) {
    if (response && !('$ref' in response)) {
      response.headers = { ETag: { description: "The version's log position, for `If-Match`.", schema: TEXT } };
    }
  }
}

const TEXT = { type: 'string' as const };

/**
 * A value of any kind is described as one: not as an object that can hold nothing. What a validator says of a list stands with the
 * list: beside alternatives it would hold for each of them.
 */
function mend(schema: unknown): void {
  if (typeof schema !== 'object' || schema === null) return;
  const described = schema as Record<string, unknown>;
  const { type, properties, additionalProperties, oneOf } = described;
  if (type === 'object' && properties === undefined && additionalProperties === undefined) delete described['type'];
  if (oneOf !== undefined) for (const keyword of ['format', 'maxItems']) delete described[keyword];
  Object.values(schema).forEach(mend);
}

/** RFC 9457, with the stable `code` and every unmet requirement at once. */
const PROBLEM = {
  type: 'object' as const,
  required: ['type', 'title', 'status', 'code'],
  properties: {
    type: TEXT,
    title: TEXT,
    status: { type: 'integer' as const },
    code: TEXT,
    detail: TEXT,
    requirements: {
      type: 'array' as const,
      items: {
        type: 'object' as const,
        required: ['id', 'message'],
        properties: { id: TEXT, message: TEXT, itemIds: { type: 'array' as const, items: TEXT } },
      },
    },
    errors: {
      type: 'array' as const,
      items: { type: 'object' as const, required: ['field', 'rule', 'message'], properties: { field: TEXT, rule: TEXT, message: TEXT } },
    },
  },
};

const REFUSED = {
  description: 'A problem document (RFC 9457) that says what to mend.',
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/ProblemDocument' } } },
};
