import { Button, Checkbox, Form, Skeleton, Input as TextInput } from 'antd';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { ControlProps, Row } from '../../crud/define';
import { valuesOf } from '../../crud/metadata';
import { valueAt } from '../../crud/row';
import { useVocabulary } from '../../crud/vocabulary';
import { isDay } from '../../days';
import { type Level, ProposedTermDocument } from '../../generated/graphql';
import { formatDay } from '../../i18n/format';
import { useRead } from '../../providers/use-read';
import { byLevel, codesOf, type ItemKind, isLevel, useReferentialItems } from '../referential/items';
import { MissionList } from '../referential/missions';
import './convention.css';

const sameSet = (one: readonly string[], other: readonly string[]) =>
  one.length === other.length && one.every((code) => other.includes(code));

/**
 * What the level proposes follows the level and the référentiel as long as nobody changed it; what somebody chose stays, and the
 * proposal is one press away.
 */
function useProposal({ value, onChange }: ControlProps, kind: ItemKind) {
  const chosenLevel: unknown = Form.useWatch('level');
  const referentialId: unknown = Form.useWatch('referentialId');
  const items = useReferentialItems(typeof referentialId === 'string' ? referentialId : undefined);
  const level = isLevel(chosenLevel) ? chosenLevel : undefined;
  const chosen = Array.isArray(value) ? value.map(String) : undefined;
  const proposal = level && items && codesOf(items, kind, level);
  const before = useRef<string[]>(undefined);

  useEffect(() => {
    if (!proposal) return;
    const former = before.current;
    before.current = proposal;
    if (!former || sameSet(former, proposal) || (chosen && !sameSet(chosen, former))) return;
    onChange?.(proposal);
  });

  return {
    level,
    reading: Boolean(referentialId) && !items,
    items: items?.filter((item) => item.kind === kind),
    chosen: chosen ?? [],
    proposal,
    proposed: proposal === undefined || sameSet(chosen ?? [], proposal),
  };
}

function ProposeButton({ level, onClick }: { level: Level; onClick: () => void }) {
  const { t } = useTranslation();
  const words = useVocabulary();
  return (
    <Button type="link" size="small" className="propose" onClick={onClick}>
      {t('convention.propose', { level: words.code('Level', level) })}
    </Button>
  );
}

/** The missions of the référentiel under the level that brings them in, with those of the level chosen proposed. */
export function MissionsControl(props: ControlProps) {
  const { id, label, onChange, onBlur } = props;
  const { t } = useTranslation();
  const words = useVocabulary();
  const { level, reading, items, chosen, proposal, proposed } = useProposal(props, 'MISSION');
  if (reading) return <Skeleton active title={false} paragraph={{ rows: 4 }} />;
  if (!items) return <p className="quiet">{t('referential.chooseFirst')}</p>;
  const groups = byLevel([...items.map(({ code }) => code), ...chosen], items);
  const all = groups.flatMap(({ items: some }) => some.map(({ code }) => code));
  const toggle = (mission: string, on: boolean) =>
    onChange?.(all.filter((one) => (one === mission ? on : chosen.includes(one))));
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only hears that the focus leaves the whole group
    <div id={id} onBlur={onBlur}>
      {level && !proposed && <ProposeButton level={level} onClick={() => onChange?.(proposal)} />}
      <div className="missions">
        {groups.map(({ level: from, items: some }) => {
          const title = from ? words.code('Level', from) : t('referential.otherMissions');
          return (
            <fieldset key={title} aria-label={`${label}, ${title}`}>
              <legend>{from ? t('convention.missionsOf', { level: title }) : title}</legend>
              {some.map(({ code, label: mission }) => (
                <Checkbox
                  key={code}
                  checked={chosen.includes(code)}
                  onChange={({ target }) => toggle(code, target.checked)}
                >
                  {mission}
                </Checkbox>
              ))}
            </fieldset>
          );
        })}
      </div>
    </div>
  );
}

/** Missions as they are read, where they are not chosen. */
export function MissionsShown({ value, row }: { value: unknown; row: Partial<Row> }) {
  const referential: unknown = valueAt(row, 'referential.id') ?? row.referentialId;
  const items = useReferentialItems(typeof referential === 'string' ? referential : undefined);
  return (
    <MissionList
      missions={Array.isArray(value) ? value.map(String) : null}
      items={items?.filter(({ kind }) => kind === 'MISSION') ?? []}
    />
  );
}

/** Competences, with those that the level asks for proposed. */
export function CompetencesControl(props: ControlProps) {
  const { id, onChange, onBlur } = props;
  const words = useVocabulary();
  const { level, items, chosen, proposal, proposed } = useProposal(props, 'COMPETENCE');
  const all = valuesOf('Competence');
  const labelOf = (code: string) => items?.find((item) => item.code === code)?.label ?? words.code('Competence', code);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only hears that the focus leaves the whole group
    <div id={id} className="codes-input" onBlur={onBlur}>
      {level && !proposed && <ProposeButton level={level} onClick={() => onChange?.(proposal)} />}
      <Checkbox.Group
        value={chosen}
        onChange={(codes) => onChange?.(all.filter((code) => codes.includes(code)))}
        options={all.map((code) => ({ value: code, label: labelOf(code) }))}
      />
    </div>
  );
}

/** The last day of the term; the end of the plan is one press away. */
export function EndsOnControl({ id, value, onChange, onBlur }: ControlProps) {
  const { t } = useTranslation();
  const startsOn: unknown = Form.useWatch('startsOn');
  const from = isDay(startsOn) ? startsOn : '';
  const { data, isPlaceholderData } = useRead('ProposedTerm', ProposedTermDocument, { from }, from !== '');
  // That of the day typed before is not proposed to this one.
  const { endsOn: end, planId } = (!isPlaceholderData && data?.proposedTerm) || {};
  return (
    <>
      <TextInput
        id={id}
        type="date"
        className="date-input"
        value={typeof value === 'string' ? value : ''}
        onBlur={onBlur}
        onChange={({ target }) => onChange?.(target.value)}
      />
      {planId && end && end !== value && (
        <Button type="link" size="small" className="propose" onClick={() => onChange?.(end)}>
          {t('convention.untilPlanEnds', { day: formatDay(end) })}
        </Button>
      )}
    </>
  );
}
