import { chromium } from '@playwright/test';
import sharp from 'sharp';
import { mkdirSync } from 'node:fs';
const out='/tmp/look-five'; mkdirSync(out,{recursive:true});
const [widthArg, prefix, scheme, ...ids]=process.argv.slice(2); const width=Number(widthArg);
const browser=await chromium.launch({executablePath:'/usr/bin/chromium',args:['--no-sandbox','--disable-gpu','--hide-scrollbars']});
for(const id of ids){
 const page=await browser.newPage({viewport:{width,height:900},colorScheme:scheme});
 await page.goto(`http://localhost:4555${prefix}/calculators/${id}/`,{waitUntil:'networkidle'});
 await page.locator('portal-calculator').dispatchEvent('pointerdown');
 await page.waitForSelector('portal-calculator[data-state=live]'); await page.waitForTimeout(300);
 await page.addStyleTag({content:''}).catch(()=>{});
 await page.evaluate(()=>{for(const e of document.querySelectorAll('.result-foot'))e.setAttribute('hidden','')});
 const buf=await page.screenshot({fullPage:true});
 const {height}=await sharp(buf).metadata();
 const H=width<600?1750:1500; const per=width<600?5:2; const n=Math.ceil(height/H);
 for(let k=0;k*per<n;k++){ const cols=Math.min(per,n-k*per);
  const parts=[]; for(let i=0;i<cols;i++){const top=(k*per+i)*H; parts.push({input:await sharp(buf).extract({left:0,top,width,height:Math.min(H,height-top)}).png().toBuffer(),left:i*(width+20),top:0});}
  await sharp({create:{width:cols*(width+20),height:H,channels:3,background:'#888'}}).composite(parts).png().toFile(`${out}/${prefix.replace('/','')||'en'}-${id}-${width}-${scheme}-${k}.png`);}
 console.log(id,height,n); await page.close();
}
await browser.close();
