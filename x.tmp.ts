import {loadProject, runScenario} from "./data-loaders/project.js";
import {adviseScenario} from "./data-loaders/advice.js";
const project=loadProject(); const one=runScenario(project,"reference");
let t=performance.now();
const a=adviseScenario(project,one);
console.log("ms",performance.now()-t, process.memoryUsage().rss/1e6);
const f=(x:number)=>x.toPrecision(3);
for(const l of a.levers.toSorted((x,y)=>x.action.company.key.localeCompare(y.action.company.key)||x.rank-y.rank)) if(l.rank<4) console.log(l.action.company.key.padEnd(10),String(l.rank).padEnd(3),l.action.lever.padEnd(16)," npv",f(l.npv.central),"(",f(l.npv.low),f(l.npv.median),f(l.npv.high),") ch",f(l.chance),"cost",f(l.cost.central));
for(const j of a.joint) if(j.levers.length>2) console.log(j.company.key,j.levers.join("+"),"npv",f(j.npv.median),"sum",f(j.sum.median),"inter",f(j.interaction.median));
