import { createContext } from 'react';
import type { EnumName } from '../../crud/metadata';

/** The closed list that a new item's code is chosen from, and the codes that the version has already. */
export const CodeChoice = createContext<{ list?: EnumName | undefined; taken: readonly string[] }>({ taken: [] });
