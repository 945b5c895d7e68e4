/** Memory of a process group, from Linux's /proc; other systems say nothing of it. */
import { readdir, readFile } from "node:fs/promises";

/** Resident memory of all processes of a group in MiB; null where the system does not tell. */
export async function memoryOfGroup(groupId: number): Promise<number | null> {
  if (process.platform !== "linux") return null;
  const processes = (await readdir("/proc")).filter((name) => /^\d+$/u.test(name));
  const pages = await Promise.all(processes.map((id) => residentPages(id, groupId)));
  return (pages.reduce((sum, count) => sum + count, 0) * 4096) / 1024 / 1024;
}

/** Fields of /proc/N/stat after the name, which may hold anything up to the last bracket: state, parent, group, … pages. */
async function residentPages(id: string, groupId: number): Promise<number> {
  try {
    const stat = await readFile(`/proc/${id}/stat`, "utf8");
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    return Number(fields[2]) === groupId ? Number(fields[21] ?? 0) : 0;
  } catch {
    // Ended since the folder was listed.
    return 0;
  }
}
