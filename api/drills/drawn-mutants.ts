import { readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { projectRoot } from '../src/project.js';

/** One change of a file that its syntax offers. */
interface Edit {
  says: string;
  from: number;
  to: number;
  put: string;
}

const operators: Partial<Record<ts.SyntaxKind, string>> = {
  [ts.SyntaxKind.LessThanToken]: '<=',
  [ts.SyntaxKind.LessThanEqualsToken]: '<',
  [ts.SyntaxKind.GreaterThanToken]: '>=',
  [ts.SyntaxKind.GreaterThanEqualsToken]: '>',
  [ts.SyntaxKind.EqualsEqualsEqualsToken]: '!==',
  [ts.SyntaxKind.ExclamationEqualsEqualsToken]: '===',
  [ts.SyntaxKind.EqualsEqualsToken]: '!=',
  [ts.SyntaxKind.ExclamationEqualsToken]: '==',
  [ts.SyntaxKind.AmpersandAmpersandToken]: '||',
  [ts.SyntaxKind.BarBarToken]: '&&',
};
const methods: Record<string, string> = { every: 'some', some: 'every' };
/** What stands in SQL, and what stands there instead. */
const inSql: readonly [RegExp, string][] = [
  [/<=/g, '<'],
  [/>=/g, '>'],
  [/(?<![<=>-])<(?![=>])/g, '<='],
  [/(?<![<=>-])>(?![=])/g, '>='],
  [/\band\b/g, 'or'],
  [/\bis not null\b/g, 'is null'],
  [/\bis distinct from\b/g, '<>'],
  [/\bnot exists\b/g, 'exists'],
];

const isOne = (node: ts.Node) => ts.isNumericLiteral(node) && node.text === '1';

/** The changes of one node, not of what it holds. */
const editsOf = (node: ts.Node, source: ts.SourceFile): Edit[] => {
  const replaced = (part: ts.Node, put: string): Edit => ({
    says: `${part.getText(source)} → ${put}`.replaceAll(/\s+/g, ' '),
    from: part.getStart(source),
    to: part.end,
    put,
  });
  if (ts.isBinaryExpression(node)) {
    const { left, operatorToken, right } = node;
    const other = operators[operatorToken.kind];
    if (other) return [{ ...replaced(operatorToken, other), says: `${node.getText(source)}: ${other}` }];
    if (operatorToken.kind === ts.SyntaxKind.QuestionQuestionToken) return [replaced(node, left.getText(source))];
    if (isOne(right) && operatorToken.kind === ts.SyntaxKind.PlusToken) return [replaced(operatorToken, '-')];
    if (isOne(right) && operatorToken.kind === ts.SyntaxKind.MinusToken) return [replaced(operatorToken, '+')];
  }
  if (ts.isIfStatement(node) && !node.elseStatement) return [replaced(node.expression, 'false')];
  if (ts.isConditionalExpression(node)) return [replaced(node.condition, `!(${node.condition.getText(source)})`)];
  if (ts.isPrefixUnaryExpression(node) && node.operator === ts.SyntaxKind.ExclamationToken)
    return [replaced(node, `(${node.operand.getText(source)})`)];
  if (ts.isPrefixUnaryExpression(node) && node.operator === ts.SyntaxKind.MinusToken && isOne(node.operand))
    return [replaced(node, '1')];
  if (node.kind === ts.SyntaxKind.TrueKeyword) return [replaced(node, 'false')];
  if (node.kind === ts.SyntaxKind.FalseKeyword) return [replaced(node, 'true')];
  if (ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression)) {
    const { name } = node.expression;
    const other = methods[name.text];
    if (other) return [{ ...replaced(name, other), says: `${node.getText(source)}: ${other}`.replaceAll(/\s+/g, ' ') }];
  }
  if (ts.isTaggedTemplateExpression(node) && node.tag.getText(source).startsWith('sql')) return sqlEdits(node, source);
  return [];
};

const sqlEdits = ({ template }: ts.TaggedTemplateExpression, source: ts.SourceFile): Edit[] => {
  const pieces = ts.isTemplateExpression(template)
    ? [template.head, ...template.templateSpans.map(({ literal }) => literal)]
    : [template];
  return pieces.flatMap((piece) =>
    inSql.flatMap(([pattern, put]) =>
      [...piece.getText(source).matchAll(pattern)].map(({ 0: found, index }) => {
        const from = piece.getStart(source) + index;
        const around = source.text.slice(Math.max(0, from - 30), from + 30).replaceAll(/\s+/g, ' ');
        return { says: `…${around}…: ${put}`, from, to: from + found.length, put };
      }),
    ),
  );
};

/** A drawn change: the file as it would be. */
export interface Drawn {
  says: string;
  file: string;
  text: string;
}

/** Every change that the syntax of a file offers, in its order. Types and what is imported offer none. */
export const offeredBy = (file: string): Drawn[] => {
  const text = readFileSync(path.join(projectRoot, file), 'utf8');
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const edits: Edit[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) || ts.isTypeNode(node) || ts.isInterfaceDeclaration(node)) return;
    edits.push(...editsOf(node, source));
    ts.forEachChild(node, visit);
  };
  visit(source);
  return edits.map(({ says, from, to, put }) => ({
    says: `line ${source.getLineAndCharacterOfPosition(from).line + 1}: ${says}`,
    file,
    text: text.slice(0, from) + put + text.slice(to),
  }));
};
