import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Fact, Facts } from '../../crud/page/Facts';
import { Part } from '../../crud/page/Part';
import { basePath } from '../../crud/registry';
import { useOffered } from '../../crud/use-offered';
import { CodeTag, LevelTag } from '../../crud/value/tags';
import { useVocabulary } from '../../crud/vocabulary';
import { formatDay, formatNumber, formatShortDay } from '../../i18n/format';
import { useToday } from '../../shell/session-context';
import { addressOf } from '../addresses';
import { lastDayOf } from '../convention/events';
import { type GuichetRead, type GuichetVersion, isOpen, standingOf } from './model';

const versionAddress = ({ id, convention }: GuichetVersion) =>
  addressOf({ concept: 'ConventionVersion', id, parentId: convention.id });

/** What binds the guichet today, what is being prepared, and the next thing to do about it. */
export function Conventions({ guichet }: { guichet: GuichetRead }) {
  const { t } = useTranslation();
  const words = useVocabulary();
  const today = useToday();
  const creates = useOffered('Convention', 'create') && isOpen(guichet, today);
  const { inForce, next, others } = standingOf(guichet.conventionVersions.nodes);
  const ending = inForce && !next && guichet.conventionInForce?.termAlert === 'ENDS_SOON';
  const prepare = `${basePath('Convention')}/new?guichetId=${guichet.id}`;
  return (
    <Part title={words.label('Guichet', 'conventionInForce')}>
      {inForce ? (
        <InForce version={inForce} />
      ) : (
        <p className="quiet">
          {t('guichet.noConvention')}
          {guichet.levelAgreed && (
            <>
              {' '}
              {t('guichet.agreed')} <LevelTag level={guichet.levelAgreed} />
            </>
          )}
        </p>
      )}
      {next && (
        <p className="convention-line">
          <span>{t(inForce ? 'guichet.after' : 'guichet.inPreparation')}</span>
          <Link to={versionAddress(next)}>{next.convention.number}</Link>
          <CodeTag list="ConventionStatus" value={next.status} />
          <LevelTag level={next.level} />
          <span className="figure quiet">
            {t('guichet.fromTo', { from: formatShortDay(next.startsOn), to: formatShortDay(next.endsOn) })}
          </span>
        </p>
      )}
      {ending && (
        <Alert
          className="no-print convention-alert"
          type="info"
          showIcon
          message={t('convention.endsSoon', { day: formatDay(lastDayOf(inForce)) })}
          action={creates && <Link to={prepare}>{t('convention.prepareNext')}</Link>}
        />
      )}
      {others.length > 0 && (
        <>
          <h3 className="part-title">{t('guichet.before')}</h3>
          <ul className="plain-list convention-lines">
            {others.map((version) => (
              <li key={version.id} className="convention-line">
                <Link to={versionAddress(version)}>{version.convention.number}</Link>
                <CodeTag list="ConventionStatus" value={version.status} />
                <LevelTag level={version.level} />
                <span className="figure quiet">
                  {t('guichet.fromTo', {
                    from: formatShortDay(version.startsOn),
                    to: formatShortDay(lastDayOf(version)),
                  })}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
    </Part>
  );
}

function InForce({ version }: { version: GuichetVersion }) {
  const { t } = useTranslation();
  const words = useVocabulary();
  const label = (path: string) => words.label('ConventionVersion', path);
  return (
    <Facts>
      <Fact label={words.label('Convention', 'number')}>
        <Link to={versionAddress(version)}>
          {version.rank > 1
            ? t('convention.titleAvenant', { number: version.convention.number, rank: version.rank - 1 })
            : version.convention.number}
        </Link>
      </Fact>
      <Fact label={label('level')}>
        <LevelTag level={version.level} />
      </Fact>
      <Fact label={t('sections.term')}>
        {t('guichet.fromTo', { from: formatShortDay(version.startsOn), to: formatShortDay(lastDayOf(version)) })}
      </Fact>
      {version.etp !== null && <Fact label={label('etp')}>{formatNumber(version.etp)}</Fact>}
      {version.meetingsPerYear !== null && (
        <Fact label={label('meetingsPerYear')}>{formatNumber(version.meetingsPerYear)}</Fact>
      )}
    </Facts>
  );
}
