import { createPortal } from "../portal.ts"; import { fillCentre } from "./centre.ts"; import { sampleClock } from "./clock.ts"; import { fillMany } from "./many.ts"; import { mkdtempSync } from "node:fs"; import {generatedText} from "./many-text.ts"; import {plainText} from "../newsroom/body/text.ts";
const l=Array.from({length:2000},(_,n)=>plainText(generatedText(n,2026).body).split(/\s+/).length).sort((a,b)=>a-b); console.log(l[0],l[1000],l.at(-1));
const dir=mkdtempSync("/tmp/samp-many-"); const clock=sampleClock();
const portal=await createPortal({dataFolder:dir,database:{engine:"sqlite",file:dir+"/p.db"},host:"127.0.0.1",port:0,trustedProxies:0,logLevel:"silent"},clock);
clock.set("2023-06-05T01:00:00.000Z"); const c=await fillCentre(portal); const t=performance.now(); const n=+(process.argv[2] ?? 400); await fillMany(portal,c,n,clock); console.log(n/((performance.now()-t)/1000),"per s"); await portal.close();
