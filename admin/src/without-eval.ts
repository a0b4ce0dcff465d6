import { z } from 'zod';

// Compiled checks need `eval`, which our content security policy refuses. To be imported before any file that makes a
// schema: making one already tries.
z.config({ jitless: true });
