story: Portuguese of Brazil, within ten days
zone: America/Sao_Paulo
country: BR
me: Mika Sander <mika.sander@example.com>
from: 2027-02-15
until: 2027-03-18

mail 2027-02-16 10:00 inbox html means confirmation
From: Ipê Móveis <notification@smartrecruiters.com>
Subject: Recebemos sua candidatura

Olá, Mika!

Recebemos sua inscrição para a vaga de Analista de Compras na Ipê Móveis. Obrigado pelo interesse! Nosso time vai avaliar seu currículo com carinho.

Equipe de Gente e Gestão
Ipê Móveis

E-mail automático, por favor não responda.
.

mail 2027-02-25 14:30 inbox html means interview/scheduled
From: Rafael Tavares <rafael.tavares@ipemoveis.example>
Message-ID: <ipe-2@ipemoveis.example>
Subject: Entrevista confirmada para terça-feira, 2 de março

Olá, Mika, tudo bem?

Como combinamos por telefone, nossa entrevista para a vaga de Analista de Compras fica confirmada para terça-feira, 2 de março, das 9h às 10h, por vídeo.

Um abraço,
Rafael Tavares
Gerente de Compras
--- calendar
uid: ipe-0203@google.com
start: 2027-03-02 09:00
end: 2027-03-02 10:00
summary: Entrevista Mika Sander
location: https://video.ipemoveis.example/rafael
organizer: Rafael Tavares <rafael.tavares@ipemoveis.example>
attendee: Mika Sander <mika.sander@example.com> ACCEPTED
.
expect 2027-03-02 11:00 place thank-you to rafael.tavares@ipemoveis.example employer "Ipê Móveis" lang pt
user 2027-03-02 12:00 sends-draft thank-you

mail 2027-03-03 16:00 inbox plain base64 means other
From: Rafael Tavares <rafael.tavares@ipemoveis.example>
In-Reply-To: <ipe-2@ipemoveis.example>
Subject: Re: Entrevista confirmada para terça-feira, 2 de março

Oi, Mika!

Gostei muito da nossa conversa. Ainda vamos falar com outros candidatos e daremos um retorno em até 10 dias.

Abraço,
Rafael
.

# Ten days from Wed 3 March end on Sat 13; + 2 BD: Mon 15, Tue 16.
forbid 2027-03-03 2027-03-15 place *
expect 2027-03-16 07:00 place decision-date to rafael.tavares@ipemoveis.example lang pt
