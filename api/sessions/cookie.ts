/** `__Host-`: the browser binds it to this host, this path and HTTPS. Plain HTTP is for a trial on one's own machine. */
export const sessionCookieName = (isHttps: boolean): string => (isHttps ? '__Host-vigie' : 'vigie');

export const LANGUAGE_COOKIE = 'vigie-lang';

export function readCookie(header: string | undefined, name: string): string | null {
  const pairs = (header ?? '').split(';').map((pair) => pair.trim());
  const found = pairs.find((pair) => pair.startsWith(`${name}=`));
  return found === undefined ? null : found.slice(name.length + 1);
}

/** Scripts cannot read it; other sites cannot send it with a form. `maxAgeSeconds` 0 ends it. */
export function writeCookie(name: string, value: string, maxAgeSeconds: number, isHttps: boolean): string {
  const secure = isHttps ? '; Secure' : '';
  return `${name}=${value}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${maxAgeSeconds}${secure}`;
}
