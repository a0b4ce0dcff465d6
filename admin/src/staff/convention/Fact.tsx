import { Typography } from 'antd';
import { type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConceptName } from '../../crud/metadata';
import { Value } from '../../crud/value/Value';
import { useVocabulary } from '../../crud/vocabulary';
import { formatDay } from '../../i18n/format';
import { useToday } from '../../shell/session-context';

interface Props {
  concept: ConceptName;
  row: unknown;
  path: string;
  long?: boolean;
  /** What stands around the value. */
  around?: (value: ReactNode) => ReactNode;
  /** Instead of the value's usual look. */
  children?: ReactNode;
}

/** A field of a thing with its label, inside a `dl.facts`. */
export function Fact({ concept, row, path, long = false, around = (value) => value, children }: Props) {
  const words = useVocabulary();
  return (
    <div className={long ? 'fact-long' : undefined}>
      <dt>{words.label(concept, path)}</dt>
      <dd>{around(children ?? <Value concept={concept} row={row} path={path} />)}</dd>
    </div>
  );
}

interface PartProps {
  title: string;
  id?: string;
  count?: string;
  extra?: ReactNode;
  children: ReactNode;
}

/** A part of a page, under its title. */
export function Part({ title, id, count, extra, children }: PartProps) {
  const own = useId();
  return (
    <section className="page-section" aria-labelledby={`${own}title`} id={id}>
      <div className="section-head">
        <Typography.Title level={2} id={`${own}title`}>
          {title}
          {count && <span className="count">{count}</span>}
        </Typography.Title>
        {extra}
      </div>
      {children}
    </section>
  );
}

/** On paper: whose page it is, and on which day it was true. */
export function Printed({ epci }: { epci: string }) {
  const { t } = useTranslation();
  return <p className="print-only quiet">{t('convention.printed', { epci, day: formatDay(useToday()) })}</p>;
}
