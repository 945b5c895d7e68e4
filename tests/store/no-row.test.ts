/** libsql gives no rows where a disk fault keeps a statement from giving its row. */
import { expect, it } from "vitest";
import { AppError } from "../../src/base/app-error.ts";
import { noRow } from "../../src/store/no-row.ts";

it("a statement that must give a row and gives none is a fault of the disk, said in plain words", () => {
  const error = noRow();
  expect(error).toBeInstanceOf(AppError);
  expect(error.code).toBe("store-unwritable");
  expect(error.publicText.en).toContain("was not saved");
});
