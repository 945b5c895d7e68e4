/** The process of the fault trial; started by run.ts with the shim loaded. The last line is the figures. */
import { scenarioNames } from "../disk/publishing-scenarios.ts";
import { runFaultTrial } from "./trial.ts";

const [root = "", calls = "0", ...wanted] = process.argv.slice(2);
const figures = await runFaultTrial({
  root,
  calls: Number(calls),
  scenarios: scenarioNames.filter((name) => wanted.includes(name)),
  onProgress: (runs, faults) => {
    if (runs % 50 === 0) console.log(`${runs} runs, ${faults} faults`);
  },
});
console.log(JSON.stringify(figures));
