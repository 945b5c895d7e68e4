import { launchBrowser } from "../tests/web/helpers/browser.ts";
const browser = await launchBrowser();
const page = await (await browser.newContext({ viewport: { width: 340*5, height: 1500 } })).newPage();
const names = process.argv.slice(2);
await page.goto("file:///tmp/h/shots/");
await page.setContent(`<body style="margin:0;display:flex;gap:20px;background:#888">${names.map(n=>{const [f,y="0"]=n.split("@");return `<div style="width:320px;height:1500px;overflow:hidden"><img src="file:///tmp/h/shots/${f}.png" style="margin-top:-${y}px"></div>`}).join("")}`);
await page.waitForTimeout(500);
await page.screenshot({ path: "/tmp/h/sheet.png" });
await browser.close();
