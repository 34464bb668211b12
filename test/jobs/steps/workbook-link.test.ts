/** The one link of a reminder. */
import type { ReceiverRole } from '../../../src/core/reminders/due-item';
import { workbookLink } from '../../../src/jobs/steps/workbook-link';
import { dueItem } from '../../core/reminders/mails';

const spreadsheet = { mimeType: 'application/vnd.google-apps.spreadsheet', modifiedTime: '', parent: '1Folder' };
const hub = { ...spreadsheet, id: '1Hub_Id', name: '总表' };
const departments = [{ ...spreadsheet, id: '1Own-Id', name: '司法所' }];
const linkFor = (role: ReceiverRole, department = '司法所', isOnDrive = true): string =>
  workbookLink({ isOnDrive, hub, departments }, { items: [dueItem({ key: { role, department } })] });

it('leads a department to its own spreadsheet and the office to the hub', () => {
  expect(linkFor('承办单位')).toBe('https://docs.google.com/spreadsheets/d/1Own-Id/edit');
  expect(linkFor('办公室', '办公室')).toBe('https://docs.google.com/spreadsheets/d/1Hub_Id/edit');
});

it('is not there for leaders, for a department without a spreadsheet, nor in a folder', () => {
  expect([linkFor('分管领导'), linkFor('承办单位', '派出所'), linkFor('承办单位', '司法所', false)]).toEqual([
    '',
    '',
    '',
  ]);
});

it('is not there for a mailbox of two departments', () => {
  const items = ['司法所', '派出所'].map((department) => dueItem({ key: { department } }));
  expect(workbookLink({ isOnDrive: true, hub, departments }, { items })).toBe('');
});
