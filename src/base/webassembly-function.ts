/**
 * Puts together a WebAssembly module of one function, instruction by instruction. For the two inner loops of this
 * project that need the processor's vector instructions, which JavaScript cannot reach; a tool chain for them would be
 * larger than the project.
 */

export const op = {
  loop: 0x03,
  end: 0x0b,
  brIf: 0x0d,
  select: 0x1b,
  localGet: 0x20,
  localSet: 0x21,
  localTee: 0x22,
  i32Const: 0x41,
  i32LtU: 0x49,
  i32GtS: 0x4a,
  i32Add: 0x6a,
  i32Mul: 0x6c,
  simd: 0xfd,
  void: 0x40,
} as const;

/** Unsigned LEB128, the format's way of writing numbers. */
function leb(value: number): number[] {
  const bytes: number[] = [];
  let rest = value;
  do {
    const low = rest & 0x7f;
    rest >>>= 7;
    bytes.push(rest === 0 ? low : low | 0x80);
  } while (rest !== 0);
  return bytes;
}

export const get = (local: number): number[] => [op.localGet, ...leb(local)];
export const set = (local: number): number[] => [op.localSet, ...leb(local)];
export const tee = (local: number): number[] => [op.localTee, ...leb(local)];
/** 0 to 63: one byte, whose sign bit must be clear. */
export const constant = (value: number): number[] => [op.i32Const, ...leb(value)];
export const add = (a: number[], b: number[]): number[] => [...a, ...b, op.i32Add];
/** A vector instruction by its number in the specification. */
export const simd = (code: number, ...rest: number[]): number[] => [op.simd, ...leb(code), ...rest];
/** Alignment 1, so that rows may begin anywhere. */
export const loadVector = (offset = 0): number[] => simd(0x00, 0, ...leb(offset));
export const vectorZero = simd(0x0c, ...Array.from({ length: 16 }, () => 0));

/** The body, then the jump back while `local`, raised by `step`, is below `limit`. The body runs at least once. */
export function repeat(body: number[], { local, step, limit }: { local: number; step: number[]; limit: number[] }): number[] {
  return [op.loop, op.void, ...body, ...add(get(local), step), ...tee(local), ...limit, op.i32LtU, op.brIf, 0, op.end];
}

const type = { i32: 0x7f, v128: 0x7b } as const;
const section = (id: number, content: number[]): number[] => [id, ...leb(content.length), ...content];
const name = (text: string): number[] => [text.length, ...new TextEncoder().encode(text)];

export interface FunctionParts {
  readonly memory: WebAssembly.Memory;
  /** All are 32-bit integers. */
  readonly parameters: number;
  /** Local variables after the parameters: first the integers, then the vectors. All begin at zero. */
  readonly integers: number;
  readonly vectors: number;
  readonly hasResult: boolean;
  readonly body: readonly number[];
}

/** @throws when the body is not valid code. */
export function compileFunction({
  memory,
  parameters,
  integers,
  vectors,
  hasResult,
  body,
}: FunctionParts): (...values: number[]) => number {
  const code = [2, ...leb(integers), type.i32, ...leb(vectors), type.v128, ...body, op.end];
  const result = hasResult ? [1, type.i32] : [0];
  // The parts that the format asks for: types, an imported memory, one function, its export, its code.
  const bytes = Uint8Array.from([
    0x00,
    0x61,
    0x73,
    0x6d,
    1,
    0,
    0,
    0,
    ...section(1, [1, 0x60, parameters, ...Array.from({ length: parameters }, () => type.i32), ...result]),
    ...section(2, [1, ...name("aide"), ...name("memory"), 0x02, 0, 1]),
    ...section(3, [1, 0]),
    ...section(7, [1, ...name("run"), 0, 0]),
    ...section(10, [1, ...leb(code.length), ...code]),
  ]);
  const { run } = new WebAssembly.Instance(new WebAssembly.Module(bytes), { aide: { memory } }).exports;
  if (run === undefined) throw new Error("the module does not export its function");
  return (...values) => Number(run(...values));
}

const pageBytes = 65_536;

/** Grows the memory to hold so many bytes; views of its buffer must be made anew after it. */
export function reserveMemory(memory: WebAssembly.Memory, bytes: number): void {
  const missing = bytes - memory.buffer.byteLength;
  if (missing > 0) memory.grow(Math.ceil(missing / pageBytes));
}
