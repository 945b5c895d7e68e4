/** Catalogue: what editors say of documents; laid over the catalogue file of the corpus folder. */

export type DocumentAccess = "public" | "officials" | "unit";

export interface CatalogueEntry {
  readonly documentId: string;
  readonly access: DocumentAccess;
  /** Set whenever access is "unit". */
  readonly unit: string | null;
  /** The fields of the catalogue file, as they stand there. */
  readonly fields: Readonly<Record<string, unknown>>;
  readonly updatedBy: string;
  readonly updatedAt: string;
}

export interface Catalogue {
  get(documentId: string): Promise<CatalogueEntry | null>;
  /** By document id. */
  list(): Promise<readonly CatalogueEntry[]>;
  /** @throws AppError "bad-request" when access is "unit" and no unit is named. */
  set(entry: Omit<CatalogueEntry, "updatedAt">): Promise<CatalogueEntry>;
  remove(documentId: string): Promise<boolean>;
}
