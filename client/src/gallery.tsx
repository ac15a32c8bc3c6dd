import './styles/main.scss';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { MemoryRouter } from 'react-router';
import { Area } from './gallery/area.tsx';
import { Parts } from './gallery/parts.tsx';
import { Record } from './gallery/record.tsx';
import { Shell } from './gallery/shell.tsx';
import { Page } from './ui/page.tsx';

// For those who build the kit: every part in its states. It is not an input of the production build.
const screens = { area: <Area />, record: <Record />, parts: <Parts /> } as const;
const wanted = location.hash.slice(1);

const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <StrictMode>
      <MemoryRouter>
        <Shell><Page windowTitle="UI gallery">{wanted in screens ? screens[wanted as keyof typeof screens] : screens.area}</Page></Shell>
      </MemoryRouter>
    </StrictMode>,
  );
}
