/** The server as it is started, with a fake model, in a process that can be killed; started by kill.ts. Prints its address. */
import { createLog } from "../../../src/base/log.ts";
import { readConfig } from "../../../src/config.ts";
import { startServer } from "../../../src/start-server.ts";
import { createFakeEmbedder } from "../../helpers/fake-embedder.ts";

const log = createLog({ sink: (line) => process.stderr.write(`${line}\n`), now: () => new Date() });
const server = await startServer(readConfig(process.env), { log, openEmbedder: () => Promise.resolve(createFakeEmbedder()) });
process.stdout.write(`${server.listener.url}\n`);
