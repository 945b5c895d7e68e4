/** Goes back to an older generation: it serves until the next publish. */
import { AppError } from "../base/app-error.ts";
import { takeBuildLock } from "../index/build-lock.ts";
import { listGenerations, pinGeneration } from "../index/generation-folder.ts";
import { openGeneration } from "../index/open-generation.ts";
import type { PublishContext } from "./publish-context.ts";

const LOCK_WAIT_MS = 10_000;

export function unknownGeneration(id: string): AppError {
  const shown = JSON.stringify(id.slice(0, 60));
  return new AppError("not-found", {
    message: "unknown generation",
    publicText: { vi: `Không có bản chỉ mục ${shown}.`, en: `There is no index ${shown}.` },
  });
}

/**
 * @throws AppError "not-found" for an id that is not kept, "generation-damaged" when it cannot be opened, "conflict" when
 * another model made it.
 */
export async function activateGeneration(
  id: string,
  { folders, canServe, onPublished }: Pick<PublishContext, "folders" | "canServe" | "onPublished">,
): Promise<void> {
  const { indexFolder } = folders;
  const lock = await takeBuildLock(indexFolder, { waitMs: LOCK_WAIT_MS });
  try {
    if (!(await listGenerations(indexFolder)).includes(id)) throw unknownGeneration(id);
    const { manifest } = await openGeneration(indexFolder, id);
    if (!canServe(manifest)) throw ofAnotherModel(id);
    await pinGeneration(indexFolder, id);
  } finally {
    await lock.release();
  }
  await onPublished();
}

function ofAnotherModel(id: string): AppError {
  return new AppError("conflict", {
    message: `generation ${id} was made with another model or tokeniser`,
    publicText: {
      vi: `Bản chỉ mục ${id} được lập bằng mô hình khác nên không dùng được với mô hình hiện nay.`,
      en: `The index ${id} was made with another model and cannot be used with the present one.`,
    },
  });
}
