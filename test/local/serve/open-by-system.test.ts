/** Which program of the system opens an address or a folder. */
import { openCommand } from '../../../src/local/serve/open-by-system';

it('hands the target over as one word, whatever stands in it', () => {
  const target = 'http://127.0.0.1:1/a&b c/';
  expect(openCommand(target, 'win32')).toEqual(['rundll32.exe', 'url.dll,FileProtocolHandler', target]);
  expect(openCommand(target, 'darwin')).toEqual(['open', target]);
  expect(openCommand(target, 'linux')).toEqual(['xdg-open', target]);
});
