import { type HttpError, useList } from '@refinedev/core';
import { Button, Checkbox, Form, Input as TextInput } from 'antd';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Competence, Level, Mission } from '../generated/graphql';
import { formatDay } from '../i18n/format';
import type { ControlProps, Row } from '../resource/define';
import { useVocabulary } from '../resource/vocabulary';
import { byLevel, competencesOf, isLevel, levels, missionsOf, planEnd } from './proposals';

const useLevel = (): Level | undefined => {
  const level: unknown = Form.useWatch('level');
  return isLevel(level) ? level : undefined;
};

const sameSet = (one: readonly string[], other: readonly string[]) =>
  one.length === other.length && one.every((code) => other.includes(code));

/**
 * What a level proposes follows the level as long as nobody changed it; what somebody chose stays, and the proposal is one press away.
 */
function useProposal({ value, onChange }: ControlProps, proposalOf: (level: Level) => string[]) {
  const level = useLevel();
  const before = useRef(level);
  const chosen = Array.isArray(value) ? value.map(String) : undefined;
  const proposal = level ? proposalOf(level) : [];

  useEffect(() => {
    const former = before.current;
    before.current = level;
    if (!level || !former || former === level) return;
    if (chosen && !sameSet(chosen, proposalOf(former))) return;
    onChange?.(proposalOf(level));
  });

  return { level, chosen: chosen ?? [], proposal, proposed: sameSet(chosen ?? [], proposal) };
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

/** Missions under the level that brings them in, with those of the level chosen proposed. */
export function MissionsControl(props: ControlProps) {
  const { id, label, onChange, onBlur } = props;
  const { t } = useTranslation();
  const words = useVocabulary();
  const { level, chosen, proposal, proposed } = useProposal(props, missionsOf);
  const all = missionsOf('CONSEIL');
  const toggle = (mission: Mission, on: boolean) =>
    onChange?.(all.filter((one) => (one === mission ? on : chosen.includes(one))));
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only hears that the focus leaves the whole group
    <div id={id} onBlur={onBlur}>
      {level && !proposed && <ProposeButton level={level} onClick={() => onChange?.(proposal)} />}
      <div className="missions">
        {byLevel(all).map(({ level: from, missions }) => (
          <fieldset key={from} aria-label={`${label}, ${words.code('Level', from)}`}>
            <legend>{t('convention.missionsOf', { level: words.code('Level', from) })}</legend>
            {missions.map((mission) => (
              <Checkbox
                key={mission}
                checked={chosen.includes(mission)}
                onChange={({ target }) => toggle(mission, target.checked)}
              >
                {words.code('Mission', mission)}
              </Checkbox>
            ))}
          </fieldset>
        ))}
      </div>
    </div>
  );
}

/** Competences, with those that the level asks for proposed. */
export function CompetencesControl(props: ControlProps) {
  const { id, onChange, onBlur } = props;
  const words = useVocabulary();
  const { level, chosen, proposal, proposed } = useProposal(props, competencesOf);
  const all: Competence[] = competencesOf(levels.at(-1) ?? 'CONSEIL');
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only hears that the focus leaves the whole group
    <div id={id} className="codes-input" onBlur={onBlur}>
      {level && !proposed && proposal.length > 0 && (
        <ProposeButton level={level} onClick={() => onChange?.(proposal)} />
      )}
      <Checkbox.Group
        value={chosen}
        onChange={(codes) => onChange?.(all.filter((code) => codes.includes(code)))}
        options={all.map((code) => ({ value: code, label: words.code('Competence', code) }))}
      />
    </div>
  );
}

/** The last day of the term; the end of the plan is one press away. */
export function EndsOnControl({ id, value, onChange, onBlur }: ControlProps) {
  const { t } = useTranslation();
  const startsOn: unknown = Form.useWatch('startsOn');
  const { result } = useList<Row & { startsOn: string; endsOn: string }, HttpError>({
    resource: 'plans',
    pagination: { currentPage: 1, pageSize: 100, mode: 'server' },
    meta: { paths: ['startsOn', 'endsOn', 'epci.planMaxYears'] },
    errorNotification: false,
  });
  const years = Number(result.data[0]?.epci?.planMaxYears ?? 6);
  const end = typeof startsOn === 'string' ? planEnd(startsOn, result.data, years) : undefined;
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
      {end && end !== value && (
        <Button type="link" size="small" className="propose" onClick={() => onChange?.(end)}>
          {t('convention.untilPlanEnds', { day: formatDay(end) })}
        </Button>
      )}
    </>
  );
}
