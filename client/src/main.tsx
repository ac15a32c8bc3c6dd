import './styles/main.scss';
import { createRoot } from 'react-dom/client';
import { BrowserRouter } from 'react-router';
import { NotFound } from './ui/not-found.tsx';

const root = document.getElementById('root');
if (root) createRoot(root).render(<BrowserRouter><NotFound /></BrowserRouter>);
