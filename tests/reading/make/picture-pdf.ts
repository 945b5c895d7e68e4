/** A PDF that holds nothing but pictures, as a scanner writes it. */

export interface PagePicture {
  /** A grey JPEG. */
  readonly jpeg: Uint8Array;
  readonly width: number;
  readonly height: number;
}

/** @param dpi dots an inch of the pictures. */
export function picturePdf(pages: readonly PagePicture[], dpi: number): Uint8Array {
  const parts: Buffer[] = [];
  const starts: number[] = [];
  let length = 0;
  const write = (part: Uint8Array | string): void => {
    const bytes = Buffer.from(part);
    parts.push(bytes);
    length += bytes.length;
  };
  const object = (dictionary: string, stream?: Uint8Array): void => {
    starts.push(length);
    write(`${starts.length} 0 obj\n${dictionary}\n`);
    if (stream !== undefined) {
      write("stream\n");
      write(stream);
      write("\nendstream\n");
    }
    write("endobj\n");
  };
  write("%PDF-1.4\n");
  const kids = pages.map((_, index) => `${3 + index * 3} 0 R`).join(" ");
  object("<< /Type /Catalog /Pages 2 0 R >>");
  object(`<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`);
  pages.forEach(({ jpeg, width, height }, index) => {
    const [wide, high] = [(width * 72) / dpi, (height * 72) / dpi].map((points) => points.toFixed(2));
    const first = 3 + index * 3;
    object(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${wide} ${high}] /Resources << /XObject << /Anh ${first + 2} 0 R >> >> /Contents ${first + 1} 0 R >>`,
    );
    const drawing = Buffer.from(`q ${wide} 0 0 ${high} 0 0 cm /Anh Do Q`);
    object(`<< /Length ${drawing.length} >>`, drawing);
    object(
      `<< /Type /XObject /Subtype /Image /Width ${width} /Height ${height} /ColorSpace /DeviceGray /BitsPerComponent 8 /Filter /DCTDecode /Length ${jpeg.length} >>`,
      jpeg,
    );
  });
  const table = length;
  const entries = starts.map((start) => `${String(start).padStart(10, "0")} 00000 n \n`).join("");
  write(
    `xref\n0 ${starts.length + 1}\n0000000000 65535 f \n${entries}trailer\n<< /Size ${starts.length + 1} /Root 1 0 R >>\nstartxref\n${table}\n%%EOF\n`,
  );
  return Buffer.concat(parts);
}
