story: Portuguese, only the selected are contacted
zone: Europe/Lisbon
country: PT
me: Mika Sander <mika.sander@example.com>
from: 2027-03-01
until: 2027-04-06

mail 2027-03-02 11:00 inbox html means confirmation
From: Caravela Seguros <caravelaseguros+autoreply@talent.icims.com>
Subject: Confirmação da sua candidatura

Exma. Senhora,

Agradecemos a sua candidatura à função de Gestora de Sinistros na Caravela Seguros, que mereceu a nossa melhor atenção. Informamos que apenas os candidatos selecionados serão contactados.

Com os melhores cumprimentos,
Caravela Seguros
.

# A person at the employer writes, but nothing may be asked before an interview. Quiet 30 days after 2 March.
mail 2027-03-02 15:30 inbox plain means confirmation
From: Teresa Vilhena <teresa.vilhena@caravelaseguros.example>
Subject: Gestora de Sinistros

Boa tarde Mika,

Só para confirmar que a sua candidatura chegou à minha secretária. Obrigada!

Teresa Vilhena
Caravela Seguros
.
forbid 2027-03-01 2027-04-06 place *
expect 2027-04-01 quiet employer "Caravela Seguros"
