import { chromium } from '@playwright/test';
const b=await chromium.launch({executablePath:'/usr/bin/chromium',args:['--no-sandbox','--disable-gpu']});
const p=await b.newPage();await p.goto(`http://localhost:4555/calculators/rothc/`);
await p.locator('portal-calculator').dispatchEvent('pointerdown'); await p.waitForSelector('[data-state=live]');
const c=()=>p.evaluate(()=>[document.querySelectorAll('#rothc-manure tbody tr').length,document.querySelectorAll('[data-remove^="manure."]').length,document.querySelector('#rothc-manure tbody').innerHTML.slice(0,200)]);
console.log(await c()); await p.locator('.calculator details').evaluateAll(a=>{for(const o of a)o.open=true}); 
while ((await p.locator('#rothc-manure tbody tr').count())>0){ await p.locator('[data-remove^="manure."]').last().click({timeout:3000}).catch(async e=>{console.log('ERR',await c()); process.exit()}); console.log(await c());}
await b.close();
