import { Refusal } from '../../base/refusal.js';

/** No version of this id, or none that the caller may see. */
export class UnknownDocument extends Refusal {
  constructor() {
    super('NOT_FOUND', {}, { field: 'id' });
  }
}

/** Larger than what is taken, in megabytes. */
export class FileTooLarge extends Refusal {
  constructor(max: number) {
    super('BAD_USER_INPUT', { max });
  }
}

export class FileEmpty extends Refusal {
  constructor() {
    super('BAD_USER_INPUT');
  }
}

/** By its content, whatever its name says. */
export class NotPdf extends Refusal {
  constructor() {
    super('BAD_USER_INPUT');
  }
}

/** Begins as a PDF, and its end is missing. */
export class PdfCutShort extends Refusal {
  constructor() {
    super('BAD_USER_INPUT');
  }
}

/** What says where its pages are is not where it should be: some readers mend that, in ten years others may not. */
export class PdfDamaged extends Refusal {
  constructor() {
    super('BAD_USER_INPUT');
  }
}

/** Encrypted, whether or not a password is asked for to read it. */
export class PdfEncrypted extends Refusal {
  constructor() {
    super('BAD_USER_INPUT');
  }
}

/** A signed scan is of a version that is to sign or was signed. */
export class ScanTooEarly extends Refusal {
  constructor() {
    super('RULE');
  }
}

export class NotWordDocument extends Refusal {
  constructor() {
    super('BAD_USER_INPUT');
  }
}

/** Word documents with macros are not taken. */
export class DocumentWithMacros extends Refusal {
  constructor() {
    super('BAD_USER_INPUT');
  }
}

/** Fetches a picture, a template or an object from elsewhere each time that it is opened; links are taken. */
export class DocumentFetches extends Refusal {
  constructor() {
    super('BAD_USER_INPUT');
  }
}

/** A part, relation or field that documents do not need. @param what as the file calls it */
export class DocumentHolds extends Refusal {
  constructor(what: string) {
    super('BAD_USER_INPUT', { what: what.slice(0, 100) });
  }
}

/** Takes more time to read than any file that people make. */
export class FileTooSlow extends Refusal {
  constructor(seconds: number) {
    super('BAD_USER_INPUT', { seconds });
  }
}

/** Takes more memory to read than any file that people make. */
export class FileTooHeavy extends Refusal {
  constructor() {
    super('BAD_USER_INPUT');
  }
}

export class TooManyTags extends Refusal {
  constructor(max: number) {
    super('BAD_USER_INPUT', { max });
  }
}

/** Unpacked, larger than any template is, in megabytes. */
export class DocumentTooLarge extends Refusal {
  constructor(max: number) {
    super('BAD_USER_INPUT', { max });
  }
}

/** One mistake of a template. `tag` and `part` say where; `TemplateBroken` tells several at once. */
abstract class TemplateFault extends Refusal {
  constructor(
    readonly tag: string,
    readonly part: TemplatePart,
    more: Record<string, string | number> = {},
  ) {
    super('BAD_USER_INPUT', { tag, ...more });
  }
}

export type { TemplateFault };

/** Where in the document. */
export type TemplatePart = 'BODY' | 'HEADER' | 'FOOTER' | 'OTHER';

/** `nearest`: the known tag that looks most like it. */
export class TagUnknown extends TemplateFault {
  constructor(tag: string, part: TemplatePart, nearest: string) {
    super(tag, part, { nearest });
  }
}

/** Known, but only between the marks of `list`. */
export class TagOutsideItsList extends TemplateFault {
  constructor(tag: string, part: TemplatePart, list: string) {
    super(tag, part, { list });
  }
}

/** A list, a group or a condition written as if it were a value. */
export class TagIsNoValue extends TemplateFault {
  constructor(tag: string, part: TemplatePart) {
    super(tag, part);
  }
}

export class BraceNotClosed extends TemplateFault {
  constructor(tag: string, part: TemplatePart) {
    super(tag, part);
  }
}

export class BraceNotOpened extends TemplateFault {
  constructor(tag: string, part: TemplatePart) {
    super(tag, part);
  }
}

export class SectionNotClosed extends TemplateFault {
  constructor(tag: string, part: TemplatePart) {
    super(tag, part);
  }
}

export class SectionNotOpened extends TemplateFault {
  constructor(tag: string, part: TemplatePart) {
    super(tag, part);
  }
}

/** `{#a}…{/b}` */
export class SectionsCrossed extends TemplateFault {
  constructor(tag: string, part: TemplatePart, closing: string) {
    super(tag, part, { closing });
  }
}

/** Opened in one cell or part, closed in another. */
export class SectionSplit extends TemplateFault {
  constructor(tag: string, part: TemplatePart) {
    super(tag, part);
  }
}

/** `{#a}…{#a}…{/a}…{/a}` */
export class SectionInsideItself extends TemplateFault {
  constructor(tag: string, part: TemplatePart) {
    super(tag, part);
  }
}

export class SectionTooDeep extends TemplateFault {
  constructor(tag: string, part: TemplatePart, max: number) {
    super(tag, part, { max });
  }
}

/** Marks of docxtemplater that no template needs, `{@…}` and `{=…}`, and what is too long to be a name. */
export class TagNotTaken extends TemplateFault {
  constructor(tag: string, part: TemplatePart) {
    super(tag, part);
  }
}

/** Anything else that docxtemplater refuses: `detail` is its own (English) remark. */
export class TagNotUnderstood extends TemplateFault {
  constructor(tag: string, part: TemplatePart, detail: string) {
    super(tag, part, { detail });
  }
}

/** Everything that is wrong in a template, told at once. */
export class TemplateBroken extends Refusal {
  constructor(readonly faults: readonly TemplateFault[]) {
    super('BAD_USER_INPUT', { count: faults.length });
  }
}
