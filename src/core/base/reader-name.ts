/** Who a reader is, by role. */

/** Who is told of a department's matter, by role: `司法所`, `司法所分管领导`, `主要领导`, `办公室`; the last two are the organ's own. */
export function readerName({ department, role }: { readonly department: string; readonly role: string }): string {
  if (role === '承办单位') return department;
  return role === '分管领导' ? `${department}${role}` : role;
}
