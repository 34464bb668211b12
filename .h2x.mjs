import { importSources } from './build/import-sources.mjs';
import { readXlsx, writeXlsx } from 'hucre/xlsx';
const m = await importSources({ 'src/local/xlsx-read': 'readBookValues', 'src/local/sheets':'makeSheets','src/google/grids-from-spreadsheet':'gridsFromSpreadsheet, gridFields', 'src/core/catalogue/detail-sheets': 'casesTable',
    'src/core/rows/rows-from-grids': 'rowsFromGrids',
    'src/core/findings/findings-from-rows': 'findingsFromRows',
    'src/core/settings/settings-from-grids': 'settingsFromGrids' });
const N=+process.argv[2]||99_990;
const rows = Array.from({length:N},(_, index)=>[['警告', '罚款', '没收'][index % 3], index % 2 === 0 ? '简易' : '普通', `2022-${String((index % 12) + 1).padStart(2, '0')}-${String((index % 28) + 1).padStart(2, '0')}`,(index % 997) * 10,'受委托',`县${index % 40}局`,index % 5 === 0 ? '是' : '否',index % 5 === 0 ? '是' : '否','2022-12-30','是']);
const bytes = await writeXlsx({sheets:[{name:'封面',rows:[['单位','单位0'],['报告年度',2022]]},{name:'案件明细',rows:[Object.values(m.casesTable.columns).map(({ header }) => header),...rows]}]});
const hubBytes = await writeXlsx({sheets:[{name:'设置',rows:[['报告年度', 2022],['镇名', '某镇'],['行政村数', 30]]},{name:'单位',rows:[['编号', '单位名称', '是否执法单位'],['单位0','单位0','是']]}]});
const log=[];const cpu=async(n,f)=>{const c=process.cpuUsage();const t=performance.now();const r=await f();const d=process.cpuUsage(c);console.log(n.padEnd(10),'cpu',(d.user/1000)|0,'sys',(d.system/1000)|0,'wall',(performance.now()-t)|0,'rss',process.memoryUsage().rss/1e6|0);return r};
for (let i=0;i<3;i++){ 
 if(!process.argv[3]) await cpu('hucre',()=>readXlsx(bytes));
 const loaded=new Map([['a.xlsx',{stamp:'',book:await cpu('read',()=>m.readBookValues('单位0.xlsx',bytes))}],['h.xlsx',{stamp:'',book:m.readBookValues('总表.xlsx',hubBytes)}]]);
 const s=m.makeSheets('.',loaded,()=>null).Spreadsheets;
 const json=await cpu('json+mask',()=>s.get('a.xlsx',{fields:m.gridFields}));
 const grids=await cpu('grids',()=>m.gridsFromSpreadsheet(json,'单位0.xlsx'));
 const hub=m.gridsFromSpreadsheet(s.get('h.xlsx',{fields:m.gridFields}),'总表.xlsx');
 const settings=m.settingsFromGrids(hub).value;
 const r=await cpu('rows',()=>m.rowsFromGrids({hub,departments:[{file:'单位0.xlsx',grids,failure:null}]},settings));
 await cpu('findings',()=>m.findingsFromRows(r.value,settings));
 console.log(r.value.cases.length,r.problems.length, process.resourceUsage().maxRSS/1024|0);
}
