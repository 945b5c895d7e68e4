/**
 * Makes the scans and the odd PDFs anew from the printed fixtures: `node --import tsx tests/corpus/ocr/make-scans.ts`.
 * Needs poppler, ImageMagick, Chromium and LibreOffice; the results are committed, so that the tests need none.
 */
import { execFileSync } from "node:child_process";
import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const printed = join(import.meta.dirname, "../pdf/fixtures");
const scans = join(import.meta.dirname, "fixtures");
const folder = mkdtempSync(join(tmpdir(), "scan-fixtures-"));
const run = (program: string, ...arguments_: string[]): void => void execFileSync(program, arguments_, { cwd: folder, stdio: "ignore" });

/** As a scanner gives it: a little askew, grainy, pressed hard. */
const WORN = ["-attenuate", "0.2", "+noise", "Gaussian", "-blur", "0x0.4"];
const [water, market] = [join(printed, "lam-giang-214-kh-ubnd-2024.pdf"), join(printed, "vinh-hai-88-qd-ubnd-2025.pdf")];

try {
  // A table as a grey JPEG, 0.7 degrees askew.
  run("pdftoppm", "-r", "150", "-gray", "-f", "3", "-l", "3", water, "table");
  run("convert", "table-3.pgm", "-rotate", "0.7", ...WORN, "-quality", "45", join(scans, "lam-giang-phu-luc.jpg"));
  // Two pages in one black and white TIFF, as fax machines and most scanners of offices make.
  run("pdftoppm", "-r", "200", "-gray", market, "page");
  run(
    "convert",
    "page-1.pgm",
    "page-2.pgm",
    "-background",
    "white",
    "-rotate",
    "-0.7",
    ...WORN,
    "-threshold",
    "60%",
    "-compress",
    "Group4",
    join(scans, "vinh-hai-88-qd-ubnd-2025.tiff"),
  );
  // The same second page on its side and on its head.
  run("convert", "page-2.pgm", "-rotate", "90", "-threshold", "60%", "-type", "bilevel", join(scans, "vinh-hai-nam-ngang.png"));
  run("convert", "page-2.pgm", "-rotate", "180", "-threshold", "60%", "-type", "bilevel", join(scans, "vinh-hai-nguoc.png"));
  // A PDF of which only the first page is text.
  run("pdfseparate", "-f", "1", "-l", "1", market, "text-%d.pdf");
  run("convert", "page-2.pgm", "-rotate", "0.5", ...WORN, "-resize", "75%", "-quality", "45", "scanned.jpg");
  writeFileSync(
    join(folder, "scanned.html"),
    '<!doctype html><style>@page{size:A4;margin:0}body{margin:0}img{width:210mm;height:296mm;display:block}</style><img src="scanned.jpg">',
  );
  run(
    "chromium",
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    `--user-data-dir=${folder}/chromium`,
    "--no-pdf-header-footer",
    "--print-to-pdf=scanned.pdf",
    `file://${folder}/scanned.html`,
  );
  run("pdfunite", "text-1.pdf", "scanned.pdf", join(scans, "vinh-hai-mot-trang-quet.pdf"));
  // With a password to open it, and with one only for changing it.
  writeFileSync(join(folder, "short.txt"), "\ufeffKẾ HOẠCH\nPhát triển chợ số trên địa bàn thành phố Vĩnh Hải\n");
  const option = (name: string, value: string): string =>
    `"${name}":{"type":"${value === "true" ? "boolean" : "string"}","value":"${value}"}`;
  const locks = {
    "khoa-mo": [option("EncryptFile", "true"), option("DocumentOpenPassword", "mot")],
    "khoa-sua": [option("RestrictPermissions", "true"), option("PermissionPassword", "hai")],
  };
  for (const [name, options] of Object.entries(locks)) {
    run(
      "soffice",
      `-env:UserInstallation=file://${folder}/profile`,
      "--headless",
      "--convert-to",
      `pdf:writer_pdf_Export:{${options.join(",")}}`,
      "short.txt",
    );
    copyFileSync(join(folder, "short.pdf"), join(printed, `${name}.pdf`));
  }
} finally {
  rmSync(folder, { recursive: true });
}
