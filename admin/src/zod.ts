import { z } from 'zod';

// Compiled checks need `eval`, which our content security policy refuses. Making a schema already tries.
z.config({ jitless: true });

export { z };
