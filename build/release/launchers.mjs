/** The files a person double-clicks, and those that are typed, by platform. */

/** No letter outside of ASCII stands in a .cmd file: old windows read it in the code page of the country. */
const windows = (args, after) =>
  [
    '@echo off',
    'chcp 65001 >nul',
    `"%~dp0runtime\\node.exe" "%~dp0app\\local\\nianbao.mjs" ${args}`,
    ...after,
    '',
  ].join('\r\n');

/** Run from a file manager without one, the program would have no window by whose closing it ends. */
const inWindow = `
if [ ! -t 1 ] && [ -n "$DISPLAY$WAYLAND_DISPLAY" ] && command -v x-terminal-emulator >/dev/null; then
  exec x-terminal-emulator -e "$0"
fi`;

/** Needs nothing but a shell. */
const unix = (args, first = '') => `#!/bin/sh${first}
case "$0" in
*/*) here=\${0%/*} ;;
*) here=. ;;
esac
[ -x "$here/runtime/node" ] || {
  echo "找不到 $here/runtime/node，或者它没有执行权限：请把整个文件夹解压出来，不要只拿出这一个文件，也不要用链接打开。" >&2
  exit 2
}
exec "$here/runtime/node" "$here/app/local/nianbao.mjs" ${args}
`;

/** Path and text of each; all of them are executable. */
export function launchersFor(target) {
  if (target.startsWith('win-')) {
    return {
      '法治年报.cmd': windows('start', ['if errorlevel 1 pause']),
      'nianbao.cmd': windows('%*', []),
    };
  }
  const clicked = target.startsWith('macos-') ? '法治年报.command' : '法治年报.sh';
  return { [clicked]: unix('start', clicked.endsWith('.sh') ? inWindow : ''), nianbao: unix('"$@"') };
}
