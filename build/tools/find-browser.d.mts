import type { LaunchOptions } from 'playwright-core';

export declare function findBrowser(): LaunchOptions | null;
