// What invented citizens enter into Musterstadt's forms, from the first question to the last. How it is read: musterstadt_forms_test.cpp.
#pragma once

namespace stadttor::testing {

struct InventedAnswers {
  const char* form;
  const char* answers;
};

inline constexpr InventedAnswers kInventedAnswers[] = {
    {"wohnsitz-ummelden", R"(
moved_in = yes
registered_here = yes
has_confirmation = yes
new_address.street = Münzgasse
new_address.house_number = 3
new_address.postcode = 12344
new_address.town = Musterstadt
moved_in_on = 20.11.2026
owns = no
landlord = Wohnbau Luhetal eG
confirmation + bestaetigung.pdf
previous_address.street = Pappelallee
previous_address.house_number = 12
previous_address.postcode = 12346
previous_address.town = Musterstadt
keeps_old = no
moved_out_on = 30.11.2026
persons.0.person.given_names = Änne
persons.0.person.family_name = Øster-Łuk
persons.0.person.birth_date = 3.4.1975
persons.0.has_id_card = yes
persons again
persons.1.person.given_names = Bo
persons.1.person.family_name = Øster-Łuk
persons.1.person.birth_date = 7.8.2019
persons.1.has_id_card = no
person_count is 2
)"},
    {"grabnutzung-verlaengern", R"(
is_row_grave = no
cemetery = haupt
section = F
row = 3-27
deceased = Hedwig Sommer
wish = extend
grave_kind = urn
years = 10
fee is 540
given_names = Alex
family_name = Sommer
address.street = Nordwall
address.house_number = 5
address.postcode = 12345
address.town = Musterstadt
entitlement = heir
death_certificate + sterbeurkunde.pdf
)"},
    {"wohnsitz-anmelden", R"(
moved_in = yes
lived_before = abroad
has_confirmation = yes
new_address.street = Webergasse
new_address.house_number = 9 a
new_address.postcode = 12344
new_address.town = Musterstadt
moved_in_on = 14.11.2026
owns = no
landlord = Wohnbau Luhetal eG
confirmation + bestaetigung.pdf
other_home = no
previous_country = Polen
lived_in_germany_before = yes
last_german_place = 04109 Leipzig
persons.0.person.given_names = Łucja Maria
persons.0.person.family_name = Nowak-Öztürk
persons.0.person.birth_date = 3.5.1990
persons.0.birth_place = Kraków, Polen
persons.0.nationality = polnisch, deutsch
persons.0.gender = w
persons.0.marital_status = VH
persons.0.religion = none
persons again
persons.1.person.given_names = Jo
persons.1.person.family_name = Nowak
persons.1.person.birth_date = 29.2.2024
persons.1.birth_place = Kraków, Polen
persons.1.nationality = polnisch
persons.1.gender = x
persons.1.marital_status = LD
persons.1.religion = none
person_count is 2
)"},
    {"geburtsurkunde-beantragen", R"(
born_here = yes
relation = sibling
subject.given_names = Emre
subject.family_name = Yıldız
subject.birth_date = 1.4.1979
birth_place = Musterstadt, Klinikum
document = certificate
copies = 3
free_of_charge = no
fee is 30
given_names = Selin
family_name = Yıldız
address.street = Hafenstraße
address.house_number = 3
address.postcode = 12348
address.town = Musterstadt
email = selin@beispiel.example
id_copy + ausweis.jpg
interest = Wir teilen das Erbe unseres Vaters, und das Gericht möchte die Urkunde sehen.
)"},
    {"kita-platz-anmelden", R"(
lives_here = yes
goes_to_school = no
given_names = Noah
family_name = Brandt
address.street = Auenstraße
address.house_number = 12
address.postcode = 12347
address.town = Musterstadt
email = noah.brandt@beispiel.example
shared_custody = yes
other_guardian = Ada Okafor
children.0.child.given_names = Chidi
children.0.child.family_name = Okafor
children.0.child.birth_date = 20.9.2026
children.0.start = 1.8.2027
children.0.age_at_start is 11
children.0.hours = 6
children.0.reason = work
children.0.wishes = kita-auenland|any
children again
children.1.child.given_names = Zoë
children.1.child.family_name = Okafor
children.1.child.birth_date = 7.1.2024
children.1.start = 1.8.2027
children.1.age_at_start is 43
children.1.hours = 8
children.1.sibling_in = kita-auenland
children.1.wishes = kita-auenland
work_proof + arbeitszeit.pdf
)"},
    {"bewohnerparkausweis", R"(
main_home = yes
own_space = no
request = new
duration = half
fee is 35
duration = year
starts_on = 1.12.2026
city_pass = no
fee is 60
city_pass = yes
fee is 30
plate = mst-a 123 e
keeper = other
keeper_name = Teilauto Luhetal GmbH
registration + fahrzeugschein.jpg
usage + bestaetigung.pdf
pass_proof + pass.jpg
given_names = Mila
family_name = Weiß
address.street = Münzgasse
address.house_number = 1
address.postcode = 12344
address.town = Musterstadt
email = mila@beispiel.example
)"},
    {"ehe-anmelden", R"(
one_lives_here = yes
both_adults = yes
still_married = no
close_relatives = no
person_one.given_names = Alex
person_one.family_name = Sommer
person_one.birth_date = 9.9.1991
birth_place_one = Musterstadt
nationality_one = deutsch
foreign_law_one = no
address_one.street = Nordwall
address_one.house_number = 5
address_one.postcode = 12345
address_one.town = Musterstadt
status_one = divorced
marriages_one = 1
person_two.given_names = Dana
person_two.family_name = Çelik
person_two.birth_date = 1.2.1993
birth_place_two = İzmir, Türkei
nationality_two = türkisch
foreign_law_two = yes
address_two.street = Nordwall
address_two.house_number = 5
address_two.postcode = 12345
address_two.town = Musterstadt
status_two = single
wish_date = 12.3.2027
second_date = 19.3.2027
venue = hafenspeicher
common_children = no
interpreter = yes
interpreter_language = Türkisch
copies = 2
fee is 125
email = alex.und.dana@beispiel.example
comes = both
)"},
    {"gewerbe-anmelden", R"(
is_freelance = no
located_here = yes
already_registered = no
legal_form = gmbh
is_registered = yes
registered_name = Luhetal Fahrräder GmbH
register_court = Amtsgericht Musterstadt
register_number = HRB 4711
representatives = 3
owner.given_names = Kim
owner.family_name = Nguyễn
owner.birth_date = 30.6.1988
gender = d
birth_place = Hanoi, Vietnam
nationality = vietnamesisch
home_address.street = Sandfelder Weg
home_address.house_number = 50
home_address.postcode = 12348
home_address.town = Musterstadt
needs_permit_to_stay = yes
stay_issued = Ausländerbehörde Musterstadt, 3. Mai 2025
place.street = Bahnhofsallee
place.house_number = 2
place.postcode = 12345
place.town = Musterstadt
activity = Verkauf und Reparatur von Fahrrädern
sector = craft|trade
side_job = no
begins_on = 1.1.2027
full_time = 2
part_time = 0
registered_for = main
reason = takeover
former_owner = Zweirad Petersen
needs_licence = no
craft_card = yes
craft_issued = Handwerkskammer Luhetal, 2. Juni 2026
id_copy + pass.pdf
register_extract + auszug.pdf
stay_copy + titel.jpg
licence_copy + handwerkskarte.pdf
email = kim@beispiel.example
fee is 52
)"},
    {"sperrmuell-anmelden", R"(
is_private = yes
is_building_waste = no
items.0.thing = sofa
items.0.pieces = 1
items again
items.1.thing = appliance
items.1.thing_words = Kühlschrank, 85 cm hoch
items.1.pieces = 1
volume = 2
used_this_year = 0
express = no
fee is 0
used_this_year = 2
wish_date = 15.12.2026
carry = yes
floor = 3
fee is 38
given_names = Paula
family_name = Dąbrowski
address.street = Weststraße
address.house_number = 77
address.postcode = 12346
address.town = Musterstadt
phone = 01234 56789
)"},
    {"wohngeld-beantragen", R"(
lives_here = yes
pays = yes
household = 4
benefits = none
only_students = no
makes_a_living = yes
allowance is 150000
has_more = no
)"},
    {"schwerbehindertenausweis-verlaengern", R"(
lives_here = yes
unlimited = no
has_changed = no
holder.given_names = Ruth
holder.family_name = Albrecht
holder.birth_date = 11.11.1950
file_number = SB-12-345678
expires_on = 31.12.2026
residence_title = no
keep_photo = no
photo + foto.jpg
stamp = yes
stamp_free = pays
fee is 104
address.street = Am Klinikum
address.house_number = 1
address.postcode = 12346
address.town = Musterstadt
for_other = yes
representative = Jan Albrecht
authority + vollmacht.pdf
interim = yes
)"},
    {"veranstaltung-anmelden", R"(
event_kind = public
adult = yes
insured = yes
event_title = Hafenfest 2027
description = Zwei Tage mit Musik, Ständen und einem Lauf am Kai.
guests = 800
features = food|music|power
starts_on = 12.6.2027
ends_on = 13.6.2027
starts_at = 14:00
ends_at = 22:00
setup = Freitag ab 12 Uhr, Sonntag bis 20 Uhr
site = other
place = Hafenstraße 3 bis 20
land = city
area = 500
site_plan + lageplan.pdf
fee is 120
rent is 600
organisation = Hafenfreunde e. V.
non_profit = yes
exemption + bescheid.pdf
fee is 60
rent is 0
given_names = Sam
family_name = Petersen
address.street = Hafenstraße
address.house_number = 12
address.postcode = 12348
address.town = Musterstadt
phone = 0170 1234567
email = sam@hafenfreunde.example
)"},
    {"grabnutzung-verlaengern", R"(
is_row_grave = no
cemetery = wald
plot = F12-3-27
deceased = Hedwig Sommer
wish = extend
grave_kind = urn
years = 10
fee is 540
grave_kind = coffin
places = 2
fee is 1560
given_names = Alex
family_name = Sommer
address.street = Nordwall
address.house_number = 5
address.postcode = 12345
address.town = Musterstadt
entitlement = heir
death_certificate + sterbeurkunde.pdf
)"},
};

}  // namespace stadttor::testing
