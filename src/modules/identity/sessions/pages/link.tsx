import { ButtonLink } from '#ui/link.tsx';
import { PageTitle } from '#ui/title.tsx';
import { Handout, type HandoutProps } from '../../pages/parts/handout.tsx';

interface LinkPageProps extends HandoutProps {
  readonly name: string;
  readonly back: string;
}

/** A fresh sign-in link, shown once. */
export const LinkPage = ({ name, back, ...handout }: LinkPageProps) => (
  <>
    <PageTitle title={handout.lang.t('identity.link.title', { name })} lede={handout.lang.t('identity.link.lede')} />
    <Handout {...handout} />
    <p>
      <ButtonLink href={back} second>
        {handout.lang.t('identity.link.back', { name })}
      </ButtonLink>
    </p>
  </>
);
