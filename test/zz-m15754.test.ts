import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { triedClicks } from './ledgers/cases/clicks';
import { readCase } from './ledgers/cases/read-case';
const dir = process.env.LED ?? '';
it('measures', () => {
  const lines: string[] = []; const all: string[] = [];
  let [saying, s0, s3, w0, l0, w, l, sm] = [0,0,0,0,0,0,0,0];
  for (const f of readdirSync(dir).filter((x) => x.endsWith('.txt') && x !== 'README.txt').sort()) {
    try {
    const r = triedClicks(readCase(readFileSync(`${dir}/${f}`, 'utf8')));
    const [a, z] = [r.shares[0], r.shares[3]] as any;
    saying += a.saying; s0 += a.said; s3 += z.said; w0 += a.wrong; l0 += a.lost; w += z.wrong; l += z.lost; sm += (r.second as any).said;
    lines.push(`${f}: ${a.saying} saying; no click ${(100*a.said/a.saying).toFixed(1)}% w${a.wrong} l${a.lost}; three ${(100*z.said/z.saying).toFixed(1)}% w${z.wrong} l${z.lost}; month ${(r.second as any).said}/${(r.second as any).saying}`);
    all.push(`### ${f}`, ...r.clicks.map((c) => `click ${c}`), ...r.faults, ...r.notRead, '-- asks', ...r.secondAsks);
    } catch (e) { lines.push(`${f}: FAILED ${String(e)}`); }
  }
  lines.push(`TOTAL saying ${saying}: none ${(100*s0/saying).toFixed(1)}% w${w0} l${l0}; three ${(100*s3/saying).toFixed(1)}% w${w} l${l}; month ${(100*sm/saying).toFixed(1)}%`);
  writeFileSync(process.env.OUT ?? '/tmp/out.txt', [...lines, ...all].join('\n'));
});
