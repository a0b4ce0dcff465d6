import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { pathTo } from '../resource/registry';
import type { Convention } from './ConventionPage';

/** Of which guichet it is, and what it comes from: a name is not said twice when another holds it already. */
export function Lineage({ convention: { guichet, campaign, renews } }: { convention: Convention }) {
  const { t } = useTranslation();
  const names = [guichet.name, guichet.commune.name, guichet.organisation.name];
  const places = names.filter((name, at) => at > 0 && !names.slice(0, at).some((said) => said.includes(name)));
  return (
    <p className="convention-of">
      <Link to={pathTo('Guichet', guichet.id)}>{guichet.name}</Link>
      {places.length > 0 && <span className="quiet">{places.map((place) => ` · ${place}`).join('')}</span>}
      {renews && (
        <span className="quiet">
          {' · '}
          {t('convention.renews')} <Link to={pathTo('Convention', renews.id)}>{renews.number}</Link>
        </span>
      )}
      {campaign && (
        <span className="quiet">
          {' · '}
          {t('convention.campaign')} <Link to={pathTo('Campaign', campaign.id)}>{campaign.name}</Link>
        </span>
      )}
    </p>
  );
}
