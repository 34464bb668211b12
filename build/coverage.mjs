/**
 * Writes src/local/COVERAGE.md: of every Apps Script service, what Google's types declare, what the local services have and
 * what src/google uses, and the unwelcome behaviours there is a stand-in for, all read from the sources by the compiler. `--print` gives the text, `--json` the facts.
 */
import { readdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

process.chdir(fileURLToPath(new URL('..', import.meta.url)));
const scripts = readdirSync('src/google', { recursive: true })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => `src/google/${name}`);
const behaviourFiles = ['src/local/reported/behaviours.ts', 'src/local/reported/written-behaviours.ts'];
const program = ts.createProgram([...scripts, 'src/local/services/bundle-host.ts', ...behaviourFiles], {
  ...{ strict: true, noEmit: true, skipLibCheck: true, types: ['node', 'google-apps-script'] },
  lib: ['lib.es2022.d.ts'],
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
});
const checker = program.getTypeChecker();
const hostFile = program.getSourceFile('src/local/services/bundle-host.ts');

const objects = readObjects();
const requests = readRequests();
const missing = readUses();
if (process.argv.includes('--json')) {
  process.stdout.write(JSON.stringify({ objects: objects.map(facts), missing, text: coverageText() }));
} else if (process.argv.includes('--print')) {
  process.stdout.write(coverageText());
} else {
  writeFileSync('src/local/COVERAGE.md', coverageText());
}

/**
 * The local services and the objects their members give, beside Google's: `name` as people write it, `type` of Google,
 * `declared` and `supported` members, `used` filled in later.
 */
function readObjects() {
  const globals = new Map(
    checker.getSymbolsInScope(hostFile, ts.SymbolFlags.Variable).map((symbol) => [symbol.name, symbol]),
  );
  const found = new Map();
  for (const service of checker.getTypeAtLocation(variable('services', hostFile)).getProperties()) {
    const symbol = globals.get(service.name);
    if (!symbol) throw new Error(`Google has no service ${service.name}`);
    addObject(service.name, checker.getTypeOfSymbol(symbol), checker.getTypeOfSymbol(service), found);
  }
  return [...found.values()];
}

/** Goes through a local object and Google's side by side. One object of Google's may be several here. */
function addObject(name, google, local, found) {
  const type = checker.getNonNullableType(google);
  const declared = type.getProperties().map((member) => member.name);
  const object = found.get(type.symbol) ?? { name, key: type.symbol, declared, supported: [], used: new Set() };
  found.set(type.symbol, object);
  for (const [member, memberType] of memberTypes(local)) {
    const there = type.getProperty(member);
    if (!there) throw new Error(`Google has no ${name}.${member}`);
    if (object.supported.includes(member)) continue;
    object.supported.push(member);
    const theirs = checker.getNonNullableType(checker.getTypeOfSymbol(there));
    const [given, ours] = [answerOf(theirs), answerOf(memberType)];
    if (isOwn(ours, given)) addObject(given.symbol.name, given, ours, found);
    else if (!given && isHandle(memberType)) addObject(`${name}.${member}`, theirs, memberType, found);
  }
}

/** Whether it is an object made here: what is only named by Google's own type says nothing of what is here. */
function isOwn(ours, given) {
  return ours !== undefined && given?.symbol !== undefined && ours.symbol !== given.symbol && isHandle(ours);
}

/** What a function gives, or each item of the list it gives; undefined for what is no function. */
function answerOf(type) {
  const given = type.getCallSignatures()[0]?.getReturnType();
  if (!given) return undefined;
  const bare = checker.getNonNullableType(given);
  return checker.getIndexTypeOfType(bare, ts.IndexKind.Number) ?? bare;
}

/** Members that are always there, by name. */
function memberTypes(type) {
  const members = checker.getNonNullableType(type).getProperties();
  const sure = members.filter((member) => !(member.flags & ts.SymbolFlags.Optional));
  return new Map(sure.map((member) => [member.name, checker.getNonNullableType(checker.getTypeOfSymbol(member))]));
}

/** Whether it is an object of which members are called; data and lists are not. */
function isHandle(type) {
  const bare = checker.getNonNullableType(type);
  if (!(bare.flags & ts.TypeFlags.Object) || checker.isArrayType(bare)) return false;
  return [...memberTypes(bare).values()].some(
    (member) => member.getCallSignatures().length > 0 || [...memberTypes(member).values()].some(isCallable),
  );
}

function isCallable(type) {
  return type.getCallSignatures().length > 0;
}

/** The kinds of request of batchUpdate: Google's, and those there is a function for. */
function readRequests() {
  const file = program.getSourceFile('src/local/services/sheets-requests.ts');
  const local = memberTypes(checker.getTypeAtLocation(variable('appliers', file)));
  const alias = file.statements.find((node) => ts.isTypeAliasDeclaration(node) && node.name.text === 'Request');
  const declared = checker
    .getTypeAtLocation(alias)
    .getProperties()
    .map((member) => member.name);
  return { declared, supported: [...local.keys()] };
}

/** The lines of the table of reported behaviours. */
function readBehaviours() {
  const lines = [];
  const look = (node) => {
    if (ts.isObjectLiteralExpression(node)) {
      lines.push(Object.fromEntries(node.properties.map(({ name, initializer }) => [name.text, initializer.text])));
    } else ts.forEachChild(node, look);
  };
  for (const file of behaviourFiles) look(program.getSourceFile(file));
  return lines;
}

/** The declaration of a variable somewhere in a file. */
function variable(name, file) {
  let found;
  const look = (node) => {
    if (ts.isVariableDeclaration(node) && ts.isIdentifier(node.name) && node.name.text === name) found = node;
    else ts.forEachChild(node, look);
  };
  look(file);
  if (!found) throw new Error(`${file.fileName} has no variable ${name}`);
  return found;
}

/** Notes every member of a Google object that src/google names; gives those of objects the local services lack. */
function readUses() {
  const byKey = new Map(objects.map((object) => [object.key, object]));
  const elsewhere = new Set();
  const note = (symbol) => {
    const declaration = symbol?.declarations?.[0];
    if (!declaration?.getSourceFile().fileName.includes('/@types/google-apps-script/')) return;
    const owner = checker.getSymbolAtLocation(declaration.parent.name ?? declaration);
    const object = byKey.get(owner);
    if (object) object.used.add(symbol.name);
    else if (symbol.flags & (ts.SymbolFlags.Method | ts.SymbolFlags.Variable)) elsewhere.add(ownedName(owner, symbol));
  };
  const look = (node) => {
    if (ts.isPropertyAccessExpression(node)) note(checker.getSymbolAtLocation(node.name));
    if (ts.isElementAccessExpression(node)) note(checker.getSymbolAtLocation(node.argumentExpression));
    if (ts.isBindingElement(node)) note(boundMember(node));
    if (ts.isIdentifier(node)) noteGlobal(checker.getSymbolAtLocation(node), elsewhere);
    ts.forEachChild(node, look);
  };
  for (const name of scripts) look(program.getSourceFile(name));
  for (const { name, used, supported } of objects) {
    for (const member of used) if (!supported.includes(member)) elsewhere.add(`${name}.${member}`);
  }
  return [...elsewhere].sort();
}

function ownedName(owner, symbol) {
  return owner && owner !== symbol ? `${owner.name}.${symbol.name}` : symbol.name;
}

/** A global of Apps Script the local context has not. */
function noteGlobal(symbol, elsewhere) {
  const declaration = symbol?.declarations?.[0];
  const isGlobal = declaration !== undefined && ts.isVariableDeclaration(declaration);
  if (!isGlobal || !declaration.getSourceFile().fileName.includes('/@types/google-apps-script/')) return;
  const key = checker.getNonNullableType(checker.getTypeOfSymbol(symbol)).symbol;
  if (!objects.some((object) => object.key === key)) elsewhere.add(symbol.name);
}

function boundMember(node) {
  const name = (node.propertyName ?? node.name).text;
  return name === undefined ? undefined : checker.getTypeAtLocation(node.parent).getProperty(name);
}

function facts({ name, declared, supported, used }) {
  return { name, declared, supported, used: [...used].sort() };
}

function coverageText() {
  const sections = objects.map(({ name, declared, supported, used }) =>
    [
      `## ${name}`,
      table(
        ['member', 'used by the script'],
        supported.map((member) => [`\`${member}\``, used.has(member) ? 'yes' : '']),
      ),
      refusedLine(declared, supported),
    ].join('\n\n'),
  );
  return `${[
    '# What the local services have of Apps Script',
    'Written by `node build/coverage.mjs` from the sources and from Google’s types; a test fails when it is stale. A member ' +
      'that is not supported throws an error that names it, and so does an option of a supported one that would be ignored.',
    `Objects and services: ${objects.length}. Members supported: ${count('supported')} of ${count('declared')}, ` +
      `of which the script uses ${count('used')}.`,
    `Used and not here: ${names(missing)}. The first is the context’s own; the others need somebody at the menu.`,
    ...sections,
    '## Requests of Sheets.Spreadsheets.batchUpdate',
    `Supported: ${names(requests.supported)}.`,
    refusedLine(requests.declared, requests.supported),
    '## Google as it is reported to behave',
    'Nothing here was seen on Google by this project. `src/local/reported` answers in these ways, but for what comes by chance or from ' +
      'one moment on, which tests put in the place of a call. Tests of the Google mode run on it with all of them switched on, ' +
      '`npm run fuzz -- google` with each of them off and on. sure: Google’s documentation or several ' +
      'live reports; likely: one live report; guess: concluded from such.',
    table(
      ['key', 'member', 'behaviour', 'source', 'played', 'sure?'],
      readBehaviours().map(({ key, member, behaviour, source, played, certainty }) => [
        `\`${key}\``,
        member,
        behaviour,
        source,
        played,
        certainty,
      ]),
    ),
  ].join('\n\n')}\n`;
}

function refusedLine(declared, supported) {
  const refused = declared.filter((member) => !supported.includes(member));
  if (refused.length === 0) return 'Nothing is refused.';
  const makers = refused.filter((member) => /^new[A-Z]/u.test(member));
  const shown = makers.length > 20 ? refused.filter((member) => !makers.includes(member)) : refused;
  const folded = shown.length < refused.length ? `${makers.length} makers of plain objects (\`new…\`) and ` : '';
  return `Refused by name (${refused.length}): ${folded}${names(shown)}.`;
}

function names(list) {
  return [...list]
    .sort()
    .map((name) => `\`${name}\``)
    .join(', ');
}

function count(what) {
  return objects.reduce((sum, object) => sum + [...object[what]].length, 0);
}

function table(head, rows) {
  const line = (cells) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
