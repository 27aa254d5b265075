story: The position is filled, in Spanish, before an interview
zone: Europe/Madrid
country: ES
me: Robin Hale <robin.hale@example.com>
from: 2027-02-08
until: 2027-03-12

mail 2027-02-08 09:00 inbox html means confirmation
From: Almazara Olivar <no-reply@teamtailor-mail.com>
Subject: Tu candidatura en Almazara Olivar

Hola, Robin:

Hemos recibido tu solicitud para la vacante de Técnico de calidad en Almazara Olivar. Te damos las gracias por tu interés.

Este es un mensaje automático; por favor, no respondas.
.

mail 2027-02-22 09:00 inbox html base64 means filled
From: Almazara Olivar <no-reply@teamtailor-mail.com>
Subject: Novedades sobre tu candidatura

Hola, Robin:

Te escribimos para informarte de que la vacante de Técnico de calidad ya está cubierta y hemos cerrado el proceso. Lamentamos no poder contar contigo en esta ocasión y guardaremos tus datos para futuras oportunidades.

Este es un mensaje automático; por favor, no respondas.
.
forbid 2027-02-08 2027-03-12 place *
