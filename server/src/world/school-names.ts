// Made-up places in the manner of northern England; none is meant to be a real one.
const BEGINNINGS: readonly string[] = [
  'Brack', 'Whin', 'Thorn', 'Hawk', 'Rush', 'Alder', 'Birk', 'Carr', 'Dun', 'Elm', 'Fern', 'Gor', 'Hazel', 'Ing', 'Kel', 'Ling',
  'Marl', 'Nether', 'Over', 'Pen', 'Quern', 'Rowan', 'Silver', 'Tarn', 'Under', 'Wether', 'Yar', 'Amble', 'Barn', 'Copper', 'Drum',
  'Esk', 'Fox', 'Glen', 'Harrow', 'Ivel', 'Kirk', 'Lamb', 'Mossa', 'North', 'Oxen', 'Plover', 'Raven', 'Stone', 'Teal', 'Usk', 'Wren', 'Cress',
];
const ENDINGS: readonly string[] = [
  'wick', 'ley', 'by', 'ford', 'holme', 'combe', 'stead', 'thorpe', 'field', 'garth', 'dale', 'bourne', 'head', 'shaw',
];

/** The nth made-up place: a run of neighbouring numbers shares neither beginning nor ending. */
export function placeName(index: number): string {
  const beginning = BEGINNINGS[index % BEGINNINGS.length]!;
  const ending = ENDINGS[(index * 5 + Math.floor(index / BEGINNINGS.length)) % ENDINGS.length]!;
  return beginning + (beginning.endsWith(ending[0]!) ? ending.slice(1) : ending);
}

const SAINTS: readonly string[] = ['St Oswin’s', 'St Hilda’s', 'St Aelred’s', 'St Cedd’s', 'St Ebba’s', 'All Saints', 'Holy Cross', 'St Godric’s'];

/** A church school's patron, in turn. */
export function patronName(index: number): string {
  return SAINTS[index % SAINTS.length]!;
}
