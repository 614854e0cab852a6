import { createContext, type ReactNode } from 'react';

/** What stands beside the summary of any list, whichever page it is on; nothing unless the page around it says so. */
export const BesideList = createContext<ReactNode>(null);
