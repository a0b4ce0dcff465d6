import { conventionText } from './text.js';
import { declaration, namespaces } from './wordprocessing.js';

const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const ink = '1D3557';

const contentTypes = `${declaration}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${[
  ['/word/document.xml', `${word}.document.main+xml`],
  ['/word/styles.xml', `${word}.styles+xml`],
  ['/word/numbering.xml', `${word}.numbering+xml`],
  ['/word/settings.xml', `${word}.settings+xml`],
  ['/word/header1.xml', `${word}.header+xml`],
  ['/word/footer1.xml', `${word}.footer+xml`],
  ['/docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml'],
]
  .map(([name, type]) => `<Override PartName="${name}" ContentType="${type}"/>`)
  .join('')}</Types>`;

const relationships = (...targets: [type: string, target: string][]): string =>
  `${declaration}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${targets
    .map(([type, target], index) => `<Relationship Id="rId${index + 1}" Type="${type}" Target="${target}"/>`)
    .join('')}</Relationships>`;

interface Style {
  id: string;
  /** Word's own name for it, or ours. */
  name: string;
  basedOn?: string;
  /** Style of the paragraph that is typed after it. */
  next?: string;
  paragraph?: string;
  text?: string;
  /** Ours, not one of Word's. */
  custom?: boolean;
}

const spacing = (before: number, after: number): string => `<w:spacing w:before="${before}" w:after="${after}"/>`;
const large = (halfPoints: number): string => `<w:sz w:val="${halfPoints}"/><w:szCs w:val="${halfPoints}"/>`;
const heading = (level: number): string => `<w:outlineLvl w:val="${level}"/>`;

const paragraphStyles: Style[] = [
  {
    id: 'Title',
    name: 'Title',
    next: 'Subtitle',
    paragraph: `<w:keepNext/>${spacing(0, 120)}<w:jc w:val="center"/>`,
    text: `<w:b/><w:color w:val="${ink}"/>${large(36)}`,
  },
  {
    id: 'Subtitle',
    name: 'Subtitle',
    next: 'Normal',
    paragraph: `<w:keepNext/>${spacing(0, 120)}<w:jc w:val="center"/>`,
    text: large(24),
  },
  {
    id: 'Heading1',
    name: 'heading 1',
    next: 'Normal',
    paragraph: `<w:keepNext/><w:keepLines/><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>${spacing(320, 120)}<w:ind w:left="0" w:firstLine="0"/>${heading(0)}`,
    text: `<w:b/><w:color w:val="${ink}"/>${large(26)}`,
  },
  {
    id: 'Heading2',
    name: 'heading 2',
    next: 'Normal',
    paragraph: `<w:keepNext/><w:keepLines/>${spacing(160, 80)}${heading(1)}`,
    text: '<w:b/>',
  },
  {
    id: 'Partie',
    custom: true,
    name: 'Partie',
    next: 'Normal',
    paragraph: `<w:keepNext/><w:keepLines/>${spacing(320, 120)}${heading(0)}`,
    text: `<w:b/><w:color w:val="${ink}"/>${large(26)}`,
  },
  { id: 'Annexe', custom: true, name: 'Annexe', basedOn: 'Partie', next: 'Normal', paragraph: '<w:pageBreakBefore/>' },
  {
    id: 'ListBullet',
    name: 'List Bullet',
    paragraph: `<w:numPr><w:ilvl w:val="0"/><w:numId w:val="2"/></w:numPr>${spacing(0, 60)}`,
  },
  { id: 'TableText', custom: true, name: 'Texte de tableau', paragraph: spacing(40, 40), text: large(20) },
  {
    id: 'TableHead',
    custom: true,
    name: 'Titre de colonne',
    basedOn: 'TableText',
    paragraph: '<w:keepNext/>',
    text: '<w:b/>',
  },
  {
    id: 'TableTextWhole',
    custom: true,
    name: 'Texte de tableau sur une page',
    basedOn: 'TableText',
    paragraph: '<w:keepNext/>',
  },
  { id: 'AvecLaSuite', custom: true, name: 'Avec la suite', next: 'Normal', paragraph: '<w:keepNext/>' },
  { id: 'AfterTable', custom: true, name: 'Après un tableau', paragraph: spacing(0, 0), text: large(12) },
  {
    id: 'Header',
    name: 'header',
    paragraph: `<w:pBdr><w:bottom w:val="single" w:sz="4" w:space="4" w:color="8A8F98"/></w:pBdr><w:tabs><w:tab w:val="right" w:pos="9638"/></w:tabs>${spacing(0, 0)}`,
    text: `<w:color w:val="555555"/>${large(18)}`,
  },
  {
    id: 'Footer',
    name: 'footer',
    paragraph: `<w:tabs><w:tab w:val="right" w:pos="9638"/></w:tabs>${spacing(0, 0)}`,
    text: `<w:color w:val="555555"/>${large(18)}`,
  },
];

const styleXml = ({ id, name, basedOn = 'Normal', next, paragraph = '', text = '', custom }: Style): string =>
  `<w:style w:type="paragraph"${custom ? ' w:customStyle="1"' : ''} w:styleId="${id}"><w:name w:val="${name}"/><w:basedOn w:val="${basedOn}"/>${next ? `<w:next w:val="${next}"/>` : ''}<w:qFormat/><w:pPr>${paragraph}</w:pPr><w:rPr>${text}</w:rPr></w:style>`;

const border = (side: string): string => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="8A8F98"/>`;

const styles = `${declaration}<w:styles ${namespaces}><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:eastAsia="Arial" w:cs="Arial"/>${large(22)}<w:lang w:val="fr-FR" w:eastAsia="fr-FR" w:bidi="ar-SA"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="120" w:line="269" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style><w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>${paragraphStyles.map(styleXml).join('')}<w:style w:type="table" w:customStyle="1" w:styleId="Tableau"><w:name w:val="Tableau"/><w:basedOn w:val="TableNormal"/><w:tblPr><w:tblBorders>${['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map(border).join('')}</w:tblBorders></w:tblPr><w:tblStylePr w:type="firstRow"><w:tcPr><w:shd w:val="clear" w:color="auto" w:fill="EEF1F5"/></w:tcPr></w:tblStylePr></w:style></w:styles>`;

const numbering = `${declaration}<w:numbering ${namespaces}><w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="singleLevel"/><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:pStyle w:val="Heading1"/><w:suff w:val="space"/><w:lvlText w:val="Article %1 –"/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="0" w:firstLine="0"/></w:pPr></w:lvl></w:abstractNum><w:abstractNum w:abstractNumId="1"><w:multiLevelType w:val="singleLevel"/><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:pStyle w:val="ListBullet"/><w:lvlText w:val="•"/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="567" w:hanging="283"/></w:pPr></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num></w:numbering>`;

const settings = `${declaration}<w:settings ${namespaces}><w:zoom w:percent="100"/><w:defaultTabStop w:val="708"/><w:autoHyphenation w:val="false"/><w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat><w:themeFontLang w:val="fr-FR"/></w:settings>`;

const tab = '<w:r><w:tab/></w:r>';
const text = (value: string): string => `<w:r><w:t xml:space="preserve">${value}</w:t></w:r>`;
const field = (name: string): string =>
  `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> ${name} </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>`;

const header = `${declaration}<w:hdr ${namespaces}><w:p><w:pPr><w:pStyle w:val="Header"/></w:pPr>${text('{epci.nom}')}${tab}${text('{document.titre}')}</w:p></w:hdr>`;
const footer = `${declaration}<w:ftr ${namespaces}><w:p><w:pPr><w:pStyle w:val="Footer"/></w:pPr>${text('Document établi le {document.etabli_le}')}${tab}${text('Page\u00a0')}${field('PAGE')}${text(' sur ')}${field('NUMPAGES')}</w:p></w:ftr>`;

const body = `${declaration}<w:document ${namespaces}><w:body>${conventionText.join('')}<w:sectPr><w:headerReference w:type="default" r:id="rId4"/><w:footerReference w:type="default" r:id="rId5"/><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1418" w:right="1134" w:bottom="1247" w:left="1134" w:header="624" w:footer="567" w:gutter="0"/></w:sectPr></w:body></w:document>`;

const core = `${declaration}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>{document.titre}</dc:title><dc:creator>{epci.nom}</dc:creator><dc:language>fr-FR</dc:language></cp:coreProperties>`;

/** The files of the default template, by their path inside the .docx. */
export const templateParts: Readonly<Record<string, string>> = {
  '[Content_Types].xml': contentTypes,
  '_rels/.rels': relationships(
    [`${office}/officeDocument`, 'word/document.xml'],
    ['http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties', 'docProps/core.xml'],
  ),
  'word/_rels/document.xml.rels': relationships(
    [`${office}/styles`, 'styles.xml'],
    [`${office}/numbering`, 'numbering.xml'],
    [`${office}/settings`, 'settings.xml'],
    [`${office}/header`, 'header1.xml'],
    [`${office}/footer`, 'footer1.xml'],
  ),
  'word/document.xml': body,
  'word/styles.xml': styles,
  'word/numbering.xml': numbering,
  'word/settings.xml': settings,
  'word/header1.xml': header,
  'word/footer1.xml': footer,
  'docProps/core.xml': core,
};
