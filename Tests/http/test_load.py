"""Fifty teachers at once: none of their lessons lost, none doubled, one mind at the end."""

import collections
import concurrent.futures
import os
import random

from client import Client, enter, new_name
from village import village as new_village

TEACHERS = int(os.environ.get("VILLAGE_TEACHERS", "50"))
LESSONS = 100


def test_fifty_teachers_teach_a_hundred_lessons_each(seed):
    with new_village() as place:
        founder = enter(place)
        founder.teach_surely("The glycemic index of a banana is 51.")

        def work(number):
            chance = random.Random(f"{seed}-{number}")
            client = Client(place.url).take_link(founders_links[number], f"Teacher {number}", f"teacher{number}")
            member = client.get("/api/v1/session").expect(200)["member"]["id"]
            taught = {}
            for count in range(LESSONS):
                sentence = f"The glycemic index of {new_name(chance)} is {chance.randrange(1, 111)}."
                first = client.teach(sentence, f"k{count}").expect(201)
                assert first["results"][0]["outcome"] == "recorded", first
                # A network that lost the answer makes a client send it again; now and then from a new connection.
                if chance.random() < 0.2:
                    if chance.random() < 0.5:
                        client.close()
                    again = client.teach(sentence, f"k{count}").expect(200, 201)
                    assert again["results"][0]["lessons"] == first["results"][0]["lessons"]
                taught[sentence] = first["results"][0]["lessons"][0]
            client.close()
            return member, taught

        founders_links = [founder.invite("teacher") for _ in range(TEACHERS)]
        with concurrent.futures.ThreadPoolExecutor(TEACHERS) as pool:
            taught = dict(pool.map(work, range(TEACHERS)))

        founder.close()  # silent for longer than the server keeps a connection
        found = collections.defaultdict(dict)
        for lesson in founder.lessons():
            assert lesson["words"] not in found[lesson["author"]["id"]], f"doubled: {lesson['words']}"
            found[lesson["author"]["id"]][lesson["words"]] = lesson["id"]
        for member, lessons in taught.items():
            assert found[member] == lessons
        assert sum(map(len, taught.values())) == TEACHERS * LESSONS

        live = founder.digest()
        assert place.tell("ledger", "verify")["whole"]
        place.kill()
        assert place.tell("ledger", "digest") == live
        place.start()
        assert Client(place.url, founder.token).digest() == live
