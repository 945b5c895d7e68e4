/** The parts of /openapi.json that the fuzzer works from. */
import { z } from "zod";

const Media = z.object({ schema: z.record(z.string(), z.unknown()).optional() });
const ResponseSchema = z.object({ content: z.record(z.string(), Media).optional() });
const OperationSchema = z.object({
  operationId: z.string().optional(),
  parameters: z
    .array(
      z.object({
        name: z.string(),
        in: z.string(),
        required: z.boolean().optional(),
        schema: z.record(z.string(), z.unknown()).optional(),
      }),
    )
    .optional(),
  requestBody: z.object({ content: z.record(z.string(), Media) }).optional(),
  responses: z.record(z.string(), ResponseSchema),
});
const DocumentSchema = z.object({
  paths: z.record(z.string(), z.record(z.string(), OperationSchema)),
  components: z.object({ schemas: z.record(z.string(), z.record(z.string(), z.unknown())) }),
});

export type JsonSchema = Readonly<Record<string, unknown>>;
export type Operation = z.infer<typeof OperationSchema> & { readonly path: string; readonly method: string };

export interface OpenApiDocument {
  readonly operations: readonly Operation[];
  readonly schemas: Readonly<Record<string, JsonSchema>>;
}

export async function fetchDocument(url: string): Promise<OpenApiDocument> {
  const { paths, components } = DocumentSchema.parse(await (await fetch(`${url}/openapi.json`)).json());
  const operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ ...operation, path, method: method.toUpperCase() })),
  );
  return { operations, schemas: components.schemas };
}

/** The named schema that a `$ref` leads to, or the schema itself. */
export function resolveSchema(schema: JsonSchema, schemas: OpenApiDocument["schemas"]): JsonSchema {
  const { $ref } = schema;
  return typeof $ref === "string" ? (schemas[$ref.replace("#/components/schemas/", "")] ?? {}) : schema;
}
