/** The service CacheService: texts kept in memory, for as long as whoever opened the workspace keeps them. */

/** What is supported of a cache. */
type LocalCache = Pick<GoogleAppsScript.Cache.Cache, 'get' | 'put'>;

/** What is supported of the service. */
export interface CacheServiceLocal {
  readonly getUserCache: () => LocalCache;
}

/** Where entries are kept. */
export interface CacheEntries {
  readonly get: (key: string) => string | undefined;
  readonly set: (key: string, value: string) => unknown;
}

/** Google forgets entries after their time, or before; here they stay as long as the entries do. */
export function makeCacheService(entries: CacheEntries): CacheServiceLocal {
  const cache: LocalCache = {
    get: (key) => entries.get(key) ?? null,
    put: (key: string, value: string) => {
      entries.set(key, value);
    },
  };
  return { getUserCache: () => cache };
}
