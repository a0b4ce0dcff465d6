import { readFileSync } from 'node:fs';
import ts from 'typescript';

/** What sources say of the keys of words. */
export interface KeyUse {
  /** Every text of the sources: any of them may be a key. */
  literals: Set<string>;
  /** Texts with gaps, such as `desk.${kind}`. */
  patterns: RegExp[];
  /** What the functions that say a key are given. */
  said: { key: string | RegExp; file: string }[];
}

const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);

const patternOf = ({ head, templateSpans }: ts.TemplateExpression): RegExp =>
  new RegExp(`^${escaped(head.text)}${templateSpans.map(({ literal }) => `[\\w]*${escaped(literal.text)}`).join('')}$`);

/** The texts that an expression may be: itself, or both sides of a choice. */
const textsOf = (node: ts.Expression): (string | RegExp)[] => {
  if (ts.isStringLiteralLike(node)) return [node.text];
  if (ts.isTemplateExpression(node)) return [patternOf(node)];
  if (ts.isConditionalExpression(node)) return [...textsOf(node.whenTrue), ...textsOf(node.whenFalse)];
  if (ts.isParenthesizedExpression(node) || ts.isAsExpression(node)) return textsOf(node.expression);
  return [];
};

/** Reads sources. @param speakers names of the functions that take a key, such as `t` */
export const keyUseIn = (files: string[], speakers: string[]): KeyUse => {
  const use: KeyUse = { literals: new Set(), patterns: [], said: [] };
  for (const file of files) {
    const visit = (node: ts.Node): void => {
      if (ts.isStringLiteralLike(node)) use.literals.add(node.text);
      if (
        ts.isTemplateExpression(node) &&
        [node.head, ...node.templateSpans.map((s) => s.literal)].some((part) => part.text.includes('.'))
      )
        use.patterns.push(patternOf(node));
      if (ts.isCallExpression(node)) {
        const {
          expression,
          arguments: [first],
        } = node;
        const by = ts.isPropertyAccessExpression(expression) ? expression.name.text : expression.getText();
        if (first && speakers.includes(by)) use.said.push(...textsOf(first).map((key) => ({ key, file })));
      }
      ts.forEachChild(node, visit);
    };
    visit(ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true));
  }
  return use;
};
