import type { NameGroup } from './first-names.ts';

const list = (names: string): readonly string[] => names.split(' ');

export const SURNAMES: Readonly<Record<NameGroup, readonly string[]>> = {
  BRITISH: list('Smith Jones Taylor Brown Williams Wilson Johnson Davies Robinson Wright Thompson Evans Walker White Roberts Green Hall Wood Jackson Clarke Harris Lewis Turner Hill Cooper Moore Ward Baker Harrison King Morris Watson Parker Cook Bell Bailey Shaw Mitchell Carter Marshall Simpson Richardson Webb Chapman Mason Ellis Foster Palmer Barnes Fisher Dixon Hunt Holmes Knight Gibson Barker Atkinson Booth Armstrong Dawson Metcalfe Thackray Oldroyd Hebblethwaite Ackroyd Bracewell Calvert Dobson Eastwood Fawcett Garside Hargreaves Ibbotson Jagger Kershaw Lister Midgley Naylor Ogden Pickles Ramsden Sykes Tordoff Umpleby Varley Wadsworth Yeadon Appleyard Birtwistle Crowther Denby Ellershaw Firth Greenwood Haigh Illingworth Kellett Laycock Murgatroyd Nettleton Priestley Redman Sutcliffe Threlfall Uttley Whitaker Bexley Corbett Daventry Fielding Goodacre Hollis Inchbald Lomas Marlowe Pargeter Quayle Rushworth Stobbs Tindall Winfield Ashby Burdock Cragg Dunstan Farrar Gale Hirst Kitching Lund Mawson Pell Raine Scarth Teasdale Wray Coates Proctor Lambert Hewitt Barrett Poole Saunders Gregory Bishop Lowe Barlow Bates Bolton Carr Cross Dale Finch Frost Gill Hale Heath Kemp Lane Lowther Miles Nash Norton Page Perkins Read Rhodes Sharp Stone Sutton Todd Vaughan Vincent Warner Wells Woodward Wyatt'),
  IRISH: list('Murphy Kelly Byrne Doyle Gallagher Nolan Doherty Quinn McCarthy Brennan Connolly Daly Flanagan Keane Lynch Maguire Rafferty Sweeney Tierney Ward Cawley Dunne Fahy Hegarty'),
  EASTERN: list('Kowalski Nowak Wisniewski Wojcik Kaminski Lewandowski Zielinski Mazur Krawczyk Piotrowski Popescu Ionescu Dumitru Stan Radu Kazlauskas Petrauskas Jankauskas Shevchenko Bondarenko Melnyk Tkachenko Ivanov Petrov Georgiev Novak Horvath Kovacs Lakatos Balog Zawada Sikora Baran Duda Pawlak'),
  SOUTHERN: list('Silva Santos Ferreira Pereira Oliveira Costa Rodrigues Garcia Fernandez Lopez Moreno Rossi Russo Esposito Romano Marino Conti Almeida Carvalho Teixeira Papadakis Nikolaou'),
  MUSLIM_ASIAN: list('Khan Hussain Ahmed Ali Begum Mahmood Iqbal Malik Akhtar Rehman Shah Mirza Chaudhry Rashid Aslam Sheikh Qureshi Butt Raja Miah Uddin Islam Rahman Choudhury Hoque Saleem Nawaz Bashir Aziz Zaman Riaz Sadiq Anwar Farooq Yaqub'),
  INDIAN: list('Patel Singh Kaur Sharma Shah Mistry Desai Joshi Gill Sandhu Dhillon Bains Sidhu Reddy Nair Menon Iyer Kapoor Mehta Chauhan Parmar Solanki Rana Thakur Verma Pillai Grewal Bhatt Rao Varghese'),
  AFRICAN: list('Okafor Adeyemi Okonkwo Eze Nwankwo Balogun Adebayo Ogunleye Mensah Owusu Boateng Asante Appiah Kamau Mwangi Otieno Moyo Ncube Dube Sibanda Banda Phiri Tesfaye Bekele Abdi Warsame Jama Kallon Sesay Mutombo Diallo Achebe'),
  ARABIC: list('Haddad Khoury Nasser Mansour Saleh Hamdan Farouk Aziz Karimi Rezaei Hosseini Ahmadi Noori Rahimi Barzani Amin Yilmaz Demir Kaya Ozturk Al-Masri Ibrahim Said Darwish Najjar Sabbagh'),
  CHINESE: list('Wang Li Zhang Chen Liu Wong Chan Lam Cheung Ng Leung Yip Tang Lau Nguyen Tran Pham Le Hoang Ho'),
};

export const STREETS: readonly string[] = list('Mill Quarry Chapel Station Fell Harbour Beck Church School Tarn Alder Orchard Bridge Market Priory Castle Ropery Weaver Dyer Collier Lark Curlew Plover Heather Bracken Juniper Rowan Hawthorn Sycamore Cinder')
  .flatMap((name) => [`${name} Lane`, `${name} Road`, `${name} Close`, `${name} Street`, `${name} Rise`]);
