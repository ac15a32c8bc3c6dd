/** Groups of names that tend to go together in a family; which one a pupil draws from follows from ethnicity (heritage.ts). */
export type NameGroup = 'BRITISH' | 'IRISH' | 'EASTERN' | 'SOUTHERN' | 'MUSLIM_ASIAN' | 'INDIAN' | 'AFRICAN' | 'ARABIC' | 'CHINESE';

const list = (names: string): readonly string[] => names.split(' ');

export const GIRLS: Readonly<Record<NameGroup, readonly string[]>> = {
  BRITISH: list('Olivia Amelia Isla Ava Lily Ivy Freya Florence Willow Isabella Grace Sienna Evie Poppy Daisy Elsie Rosie Sophie Charlotte Ella Emily Phoebe Millie Matilda Evelyn Erin Harriet Alice Maisie Lola Ruby Hallie Eliza Penelope Scarlett Thea Imogen Jessica Lucy Holly Orla Robyn Esme Bonnie Summer Skye Lacey Demi Ellie Megan Abigail Molly Georgia Hannah Chloe Amber Jasmine Heidi Martha Nancy Margot Clara Beatrice Violet Rose Lottie Lexi Layla Zara Nell Tilly Darcey Faith Hope Paige Keira Libby Tegan Bethany Caitlin Francesca Anna Eva Mia Edith Ottilie Maeve Seren Carys'),
  IRISH: list('Aoife Niamh Saoirse Orla Ciara Roisin Maeve Clodagh Sinead Caoimhe Erin Aisling Brigid Nora Una Grainne Eimear Sorcha'),
  EASTERN: list('Zofia Oliwia Maja Lena Julia Hanna Alicja Amelia Antonina Wiktoria Natalia Kinga Gabriela Ioana Andreea Maria Sofija Emilija Ugne Viktorija Daryna Solomiia Yelyzaveta Teodora Nikol Petra Simona Ema Klara Anastasia'),
  SOUTHERN: list('Beatriz Matilde Leonor Carolina Mariana Ines Martina Lucia Sofia Giulia Chiara Elena Paula Carmen Alba Francisca Ana Clara Eleni Despina'),
  MUSLIM_ASIAN: list('Aisha Fatima Zainab Maryam Aaliyah Hafsa Inaya Zara Amina Khadija Sumaiya Iqra Alina Anaya Hiba Laiba Mahnoor Eshal Noor Safa Sara Samira Tasnim Nusrat Ruqayyah Anisa Farah Haniya Maira Sana'),
  INDIAN: list('Aanya Diya Ananya Isha Kavya Priya Riya Saanvi Anika Meera Nisha Simran Jasleen Harleen Avani Tara Pooja Shreya Tanvi Navya Aditi Kiran Gurleen Mehak Ishani Lakshmi'),
  AFRICAN: list('Adaeze Chidinma Amara Ifeoma Temitope Oluwaseun Abena Akua Esi Efua Nia Zuri Imani Makena Wanjiru Tendai Rudo Chipo Thandiwe Ayomide Folasade Blessing Favour Precious Naomi Esther Miriam Selam Hana Sagal'),
  ARABIC: list('Amira Layla Yasmin Nour Rania Salma Hala Dina Lina Mariam Huda Jana Malak Rima Shahd Zahra Parisa Shirin Nasrin Berivan Rojin Dilara Elif Zeynep Defne Mina'),
  CHINESE: list('Mei Xinyi Jia Yuhan Zihan Xin Yiran Kexin Wing-Yan Hoi-Ching Sze-Wai Lok-Yi Chloe Jasmine Emily Linh Thu Mai Grace Joyce'),
};

export const BOYS: Readonly<Record<NameGroup, readonly string[]>> = {
  BRITISH: list('Oliver George Noah Arthur Harry Leo Jack Charlie Freddie Theo Alfie Archie Henry Oscar Thomas Teddy Finley Lucas Jacob James William Alexander Edward Max Joshua Isaac Ethan Logan Mason Toby Reuben Albie Louie Rory Jude Hugo Roman Ralph Ezra Elijah Samuel Daniel Joseph Benjamin Sebastian Dylan Harrison Luca Felix Stanley Frankie Tommy Ronnie Bobby Jenson Riley Kai Tyler Callum Connor Kieran Liam Jake Luke Matthew Adam Nathan Owen Rhys Ellis Morgan Caleb Jayden Brandon Cameron Lewis Ryan Robert David Michael Zachary Barnaby Angus Fraser Gethin Dexter Rowan Otis Wilfred Ernest Sidney Hudson Carter'),
  IRISH: list('Cillian Oisin Fionn Conor Darragh Eoin Declan Ronan Cormac Padraig Senan Tadhg Niall Diarmuid Brendan Shay Donal Colm'),
  EASTERN: list('Jakub Antoni Filip Szymon Kacper Aleksander Mikolaj Igor Oskar Wojciech Tomasz Stefan Andrei Matei Luca David Matas Jonas Lukas Dominykas Artem Danylo Maksym Bohdan Dimitar Boris Tomas Marek Daniel Nikola'),
  SOUTHERN: list('Mateo Tiago Joao Rodrigo Martim Santiago Hugo Diego Marco Alessandro Lorenzo Matteo Pablo Alvaro Bruno Duarte Nuno Luis Andreas Nikos'),
  MUSLIM_ASIAN: list('Muhammad Mohammed Yusuf Ibrahim Zayn Hamza Ayaan Bilal Umar Hassan Adam Musa Haris Rayyan Zakariya Ismail Isa Abdullah Tahir Junaid Faizan Shayan Imran Kamran Rehan Saif Tariq Talha Sufyan Arham'),
  INDIAN: list('Arjun Aarav Rohan Vihaan Dev Krish Aryan Kabir Ishaan Advik Harjot Gurpreet Manveer Jaspal Nikhil Rahul Samar Veer Yash Karan Akshay Dhruv Neel Om Reyansh Tejas'),
  AFRICAN: list('Chukwuemeka Obinna Kelechi Chidi Tobi Ayodele Babatunde Kofi Kwame Kwabena Yaw Jomo Tendai Tinashe Tafara Sipho Themba Emmanuel Joshua Samuel Daniel Gabriel Abdi Yonas Dawit Ebenezer Nathaniel Ikenna Olumide Femi'),
  ARABIC: list('Omar Yousef Karim Ali Hussein Mahmoud Khalid Nabil Samir Tarek Ziad Rami Anas Amir Reza Kian Arash Ahmad Rahim Jawad Azad Rawand Emir Kerem Yusuf Mustafa'),
  CHINESE: list('Haoran Zihao Yichen Junjie Ho-Yin Ka-Lok Tsz-Hin Chun-Hei Lok-Hei Minh Duc Long Kevin Jason Ryan Lucas Ethan Marcus Aaron Eric'),
};
