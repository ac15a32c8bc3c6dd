import { render, screen } from '@testing-library/react';
import '@testing-library/jest-dom';
import { MeContext, type MeContextValue } from '../../identity/index.ts';
import { HomeElsewhere } from './home-elsewhere.tsx';

const ME = { authority: 'Wexmoor Council', today: '2026-11-19', me: { id: 1, permissions: [] } } as unknown as MeContextValue;
const draw = (homeLa: number | null, services: readonly string[] = []) => render(<MeContext value={ME}><HomeElsewhere pupilId={1} pupil="Mason Thirkell" homeLa={homeLa} school="Oakmere Academy" meetingOn="2026-11-19" services={services} /></MeContext>);

describe('a child who lives in another authority', () => {
  it('is flagged with whose family support and missing education are', () => {
    const { container } = draw(991, ['EARLY_HELP', 'HOUSING']);
    expect(container).toHaveTextContent('Lives in authority 991');
    expect(container).toHaveTextContent('Family support and children missing education belong to the authority where the child lives.');
    expect(container).toHaveTextContent('Early help and family support: This service belongs to authority 991');
    expect(container).toHaveTextContent('Housing: Ask authority 991');
  });
  it('offers the beginning of a letter that nobody sends', () => {
    draw(991, ['EARLY_HELP']);
    const letter = screen.getByLabelText<HTMLTextAreaElement>('A letter about Mason Thirkell to begin with');
    expect(letter).toHaveAttribute('readonly');
    expect(letter.value).toContain('To the attendance team of authority 991');
    expect(letter.value).toContain('Early help and family support');
    expect(screen.getByText(/Nothing is sent from here/)).toBeInTheDocument();
  });
  it('says nothing of a child who lives here', () => expect(draw(null).container).toBeEmptyDOMElement());
});
