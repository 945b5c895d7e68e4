/** Does one publish under the shim, which writes down every change; started by trial.ts. */
import { tellShim } from "../disk/shim.ts";
import { begin, openPublisher, scenarioNames } from "../disk/publishing-scenarios.ts";

const [root = "", wanted] = process.argv.slice(2);
const name = scenarioNames.find((known) => known === wanted);
if (name === undefined) throw new Error(`no scenario ${String(wanted)}`);
if (!tellShim("arm")) throw new Error("the shim does not hear");
const local = await openPublisher(root);
const job = await begin(local, name);
tellShim("mark/acknowledged");
const ended = await local.finish(job, () => undefined);
tellShim("mark/ended");
await local.close();
tellShim("disarm");
if (ended.state !== "done") throw new Error(`the publish ended as ${ended.state}: ${ended.errorEn ?? ""}`);
