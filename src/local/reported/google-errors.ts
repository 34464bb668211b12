/** The words in which Google's services are reported to refuse. */

function apiError(call: string, text: string): Error {
  return new Error(`GoogleJsonResponseException: API call to ${call} failed with error: ${text}`);
}

export function notFound(call: string, id: string): Error {
  return apiError(call, `File not found: ${id}.`);
}

export function noSuchEntity(call: string): Error {
  return apiError(call, 'Requested entity was not found.');
}

export function noRight(call: string): Error {
  return apiError(call, 'The caller does not have permission');
}

/** What a download throws although it succeeded: the content is in the message. */
export function succeeded(bytes: Uint8Array): Error {
  return new Error(`Response Code: 200. Message: ${Buffer.from(bytes).toString('latin1')}.`);
}

/** The address is repeated in it. */
export function noAccount(address: string): Error {
  const words = `You are trying to invite ${address}. Since there is no Google account associated with this email address, you must check the "Notify people" box to invite this recipient.`;
  return apiError('drive.permissions.create', `Bad Request. User message: "${words}" (invalidSharingRequest)`);
}

export function sharingForbidden(address: string): Error {
  const words = `The administrator of this domain does not allow sharing outside of it (${address})`;
  return apiError('drive.permissions.create', `Forbidden. User message: "${words}"`);
}

export function withoutConsent(call: string, scope: string): Error {
  return new Error(
    `Exception: You do not have permission to call ${call}. Required permissions: https://www.googleapis.com/auth/${scope}`,
  );
}

export function notEnabled(service: string): Error {
  const api = service.toLowerCase();
  return apiError(
    `${api}.call`,
    `Google ${service} API has not been used in project 123456789012 before or it is disabled. Enable it by visiting https://console.developers.google.com/apis/api/${api}.googleapis.com/overview?project=123456789012 then retry.`,
  );
}

export function overQuota(): Error {
  const metric = "Quota exceeded for quota metric 'Read requests' and limit 'Read requests per minute per user'";
  return apiError(
    'sheets.spreadsheets.get',
    `${metric} of service 'sheets.googleapis.com' for consumer 'project_number:1'.`,
  );
}

export function tooLarge(): Error {
  return apiError('sheets.spreadsheets.batchUpdate', 'Request payload size exceeds the limit.');
}

export function frozenMerge(): Error {
  const words = 'You can’t merge frozen and non-frozen columns.';
  return apiError('sheets.spreadsheets.batchUpdate', `Invalid requests[0].mergeCells: ${words}`);
}
