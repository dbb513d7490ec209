import { chromium } from '@playwright/test';
const b=await chromium.launch({executablePath:'/usr/bin/chromium',args:['--no-sandbox','--disable-gpu']});
for(const id of ['peatland','soc-stock']){const p=await b.newPage({viewport:{width:1280,height:900}});await p.goto(`http://localhost:4555/calculators/${id}/`);
console.log(id,await p.evaluate(()=>{const r=[];for(let e=document.querySelector('.bench');e;e=e.parentElement){const c=getComputedStyle(e);r.push(`${e.tagName}.${e.className} ${e.getBoundingClientRect().width} ${c.display} ${c.gridTemplateColumns}`)}return r.join('\n')}));}
await b.close();
