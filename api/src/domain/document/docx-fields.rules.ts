/** Fields of Word that documents need: page numbers, dates, tables of contents, references and the like. Any other is refused. */
const taken = new Set(
  `= ADVANCE AUTHOR BIBLIOGRAPHY CITATION COMMENTS CREATEDATE DATE DOCPROPERTY EDITTIME EQ FILENAME FILESIZE FORMCHECKBOX
   FORMDROPDOWN FORMTEXT HYPERLINK IF INDEX INFO KEYWORDS LASTSAVEDBY LISTNUM MERGEFIELD NOTEREF NUMCHARS NUMPAGES NUMWORDS PAGE
   PAGEREF PRINTDATE REF REVNUM SAVEDATE SECTION SECTIONPAGES SEQ SET SHAPE STYLEREF SUBJECT SYMBOL TA TC TEMPLATE TIME TITLE TOA
   TOC USERADDRESS USERINITIALS USERNAME XE`.split(/\s+/),
);

/** What the reader of fields looks at: names of elements and attributes without their prefix. */
export interface FieldMark {
  element?: string;
  ends: boolean;
  attribute(name: string): string | undefined;
  text?: string;
}

/** Stands for a field within the instruction of another one. */
const nested = '\0';

/** The instructions of the fields of a part, as Word puts them together: from all the runs between two marks. */
function* instructions(marks: Iterable<FieldMark>): Generator<string> {
  const open: { text: string; told: boolean }[] = [];
  let within = false;
  for (const { element, ends, attribute, text } of marks) {
    const last = open.at(-1);
    if (element === 'instrText' || element === 'delInstrText') within = !ends;
    else if (element === 'fldSimple' && !ends) yield attribute('instr') ?? '';
    else if (element === 'fldChar' && !ends) {
      const kind = attribute('fldCharType');
      if (kind === 'begin') {
        if (last) last.text += nested;
        open.push({ text: '', told: false });
      } else if (last) {
        if (!last.told) yield last.text;
        last.told = true;
        if (kind === 'end') open.pop();
      }
    } else if (within && text !== undefined) {
      if (last && !last.told) last.text += text;
      else yield text;
    }
  }
  for (const { text, told } of open) if (!told) yield text;
}

/** The first field that is not taken: its name, as far as it has one; undefined when all are. */
export const foreignField = (marks: Iterable<FieldMark>): string | undefined => {
  for (const instruction of instructions(marks)) {
    if (instruction.trim() === '') continue;
    const [, name = ''] = /^\s*(=|[^\s\\"=\0]+)/.exec(instruction) ?? [];
    if (!taken.has(name.toUpperCase())) return name;
  }
  return undefined;
};
